import { z } from "zod";

/** Thrown when the environment is not usable; the message lists every mistake, one line each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly mistakes: readonly string[]) {
    super(`The environment has ${mistakes.length} mistake(s):\n${mistakes.map((m) => `  - ${m}`).join("\n")}`);
  }
}

/**
 * Reads and validates the environment once. No other configuration is read from `process.env`; child processes of the
 * database launcher inherit their path from it, and the gateway library’s telemetry is switched off in it.
 * @param shape one zod type per variable; a variable set to the empty string counts as not set
 * @param instead values that stand before the variables of the same names, such as what the command line says
 * @returns the typed configuration
 * @throws ConfigError naming every variable that is missing or malformed, all at once
 */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  env: NodeJS.ProcessEnv = process.env,
  instead: { readonly [Name in keyof Shape]?: string | undefined } = {},
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(
    Object.keys(shape).map((name) => {
      const value = instead[name] ?? env[name];
      return [name, value === "" ? undefined : value];
    }),
  );
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const value = given[name];
      return value === undefined ? `${name} is required: ${issue.message}` : `${name}: ${issue.message}`;
    }),
  );
}

/** A TCP port; 0 lets the system choose one. */
export const portVariable = (fallback: number) =>
  z.coerce
    .number({ error: "must be a port number, 0 to 65535" })
    .int("must be a whole number")
    .min(0, "must be a port number, 0 to 65535")
    .max(65_535, "must be a port number, 0 to 65535")
    .default(fallback);

/** A positive whole number, with its unit named in the message. */
export const countVariable = (fallback: number, unit: string) =>
  z.coerce
    .number({ error: `must be a positive whole number of ${unit}` })
    .int(`must be a whole number of ${unit}`)
    .positive(`must be a positive number of ${unit}`)
    .default(fallback);

/** A postgres:// or postgresql:// address. */
export const databaseUrlVariable = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must be a postgres:// address, such as postgres://host:5432/database");

/** Address at which the public reaches the hub: scheme, host and port; a slash after them is taken off. */
export const publicUrlVariable = z
  .string()
  .regex(/^https?:\/\/[^/?#\s@]+\/?$/, "must be an address without path, such as https://kommungraf.example")
  .transform((url) => url.replace(/\/$/, ""));

export const hostVariable = z.string().min(1).default("127.0.0.1");

export const logLevelVariable = z
  .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
    error: "must be one of fatal, error, warn, info, debug, trace, silent",
  })
  .default("info");
