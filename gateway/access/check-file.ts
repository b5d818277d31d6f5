import type { FastifyReply, FastifyRequest } from "fastify";
import { type AccessRule, checkAccess, readCaller, type TokenVerifier } from "../../kit/access";
import { isPublicError } from "../../kit/errors";
import { type ProblemDetails, sendProblem } from "../../kit/http/problem-json";

/**
 * Lets a request for a file through or refuses it, as @access does a field: the parameters of the address are its arguments.
 * @returns the answer where it is refused, else undefined
 */
export async function refusedFile(
  rule: AccessRule,
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: TokenVerifier,
): Promise<FastifyReply | undefined> {
  const { authorization } = request.raw.headersDistinct;
  try {
    checkAccess(rule, argumentsOf(request.raw.url ?? ""), await readCaller(authorization, tokens));
    return undefined;
  } catch (error) {
    if (!isPublicError(error)) throw error;
    const { code } = (error as unknown as { extensions: { code: keyof typeof PROBLEMS } }).extensions;
    const problem = PROBLEMS[code];
    if (!problem) throw error;
    if (code === "IDENTITY_UNAVAILABLE") reply.header("retry-after", "5");
    else reply.header("www-authenticate", challengeOf(code, authorization !== undefined));
    const language = /^\s*sv\b/i.test(request.headers["accept-language"] ?? "") ? "sv" : "en";
    const { kind, status, ...words } = problem;
    reply
      .header("cache-control", "no-store")
      .header("content-language", language)
      .header("vary", "accept-language, authorization");
    return sendProblem(reply, { kind, status, title: words[language][0], detail: words[language][1] });
  }
}

/** The word true is true; what may be given several times, or with commas between, is a list. */
function argumentsOf(url: string): Record<string, unknown> {
  const given = new URL(url, "http://hub.invalid").searchParams;
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name);
      return [name, values.includes("true") || values.flatMap((value) => value.split(","))];
    }),
  );
}

function challengeOf(code: string, isGiven: boolean): string {
  const realm = 'Bearer realm="kommungraf"';
  if (code === "FORBIDDEN") return `${realm}, error="insufficient_scope"`;
  return isGiven ? `${realm}, error="invalid_token"` : realm;
}

interface Refusal extends Pick<ProblemDetails, "kind" | "status"> {
  readonly sv: readonly [title: string, detail: string];
  readonly en: readonly [title: string, detail: string];
}

const PROBLEMS: Readonly<Record<string, Refusal>> = {
  UNAUTHENTICATED: {
    kind: "unauthenticated",
    status: 401,
    sv: [
      "En giltig token behövs",
      "Skicka Authorization: Bearer och en åtkomsttoken som gäller, eller be om det som är publicerat.",
    ],
    en: [
      "A valid access token is needed",
      "Send Authorization: Bearer and an access token that is valid, or ask for what is published.",
    ],
  },
  FORBIDDEN: {
    kind: "forbidden",
    status: 403,
    sv: [
      "Token räcker inte till",
      "Det som inte är publicerat får kommunen som municipality anger, eller källan som source anger, och bara för sig själv.",
    ],
    en: [
      "The access token does not allow this",
      "What is not published is for the municipality that municipality names, or the source that source names, and of its own alone.",
    ],
  },
  IDENTITY_UNAVAILABLE: {
    kind: "not-available",
    status: 503,
    sv: ["Inte tillgängligt just nu", "Försök igen om en stund."],
    en: ["Not available just now", "Try again in a moment."],
  },
};
