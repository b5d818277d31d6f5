import pino, { type Logger as PinoLogger } from "pino";

export type Logger = PinoLogger;

/** Fields that could carry personal data or secrets: never written, whoever logs them. */
const WITHHELD = [
  "password",
  "token",
  "authorization",
  "cookie",
  "variables",
  "*.password",
  "*.token",
  "*.authorization",
  "*.cookie",
  "*.variables",
  "headers",
  "*.headers",
  "remoteAddress",
  "*.remoteAddress",
];

/**
 * One structured logger for a process. Log what happened and to which record or statement; never request bodies,
 * variables, headers or addresses of callers, since those can identify a person.
 */
export function createLogger(options: { name: string; level: string }, destination?: pino.DestinationStream): Logger {
  const settings: pino.LoggerOptions = {
    name: options.name,
    level: options.level,
    base: { name: options.name },
    redact: { paths: WITHHELD, remove: true },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: serialiseError },
  };
  return destination ? pino(settings, destination) : pino(settings);
}

/** A database address or a token inside an error message is a secret too. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/(postgres(?:ql)?:\/\/)\S*@/g, "$1…@")
    .replace(/([?&]password=)[^&\s"']+/gi, "$1…")
    .replace(/(bearer\s+)[\w.~+/=-]+/gi, "$1…")
    .replace(/\b(kgt_)[\w-]+/g, "$1…")
    .replace(/\beyJ[\w-]*\.[\w-]+\.[\w-]*/g, "…");
}

function serialiseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(code === undefined ? {} : { code }),
    stack: error.stack === undefined ? undefined : withoutSecrets(error.stack),
  };
}
