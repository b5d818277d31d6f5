import { z } from "zod";
import { discoverIssuer } from "../../kit/access";
import { CommandFailure, exitCodes } from "../registry/failure";

/** Where tokens are asked for, and what for. */
export interface FoundIssuer {
  readonly issuer: string;
  readonly tokenEndpoint: string;
}

const resourceShape = z.object({ resource: z.string(), authorization_servers: z.array(z.string()).min(1) });

const failed = (message: string) => new CommandFailure(exitCodes.hubFailed, message);

/**
 * What a hub says of its tokens (RFC 9728).
 * @throws CommandFailure when no hub answers, or one that takes no tokens
 */
export async function readProtectedResource(hub: string): Promise<z.infer<typeof resourceShape>> {
  const url = `${hub}/.well-known/oauth-protected-resource`;
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(10_000) }).catch((error) => {
    throw failed(`No hub answers at ${hub} (${reasonOf(error)}). Start one with npm start, or name one with --hub.`);
  });
  if (response.status === 404) {
    throw failed(`The hub at ${hub} takes no access tokens: no issuer is set up (OAUTH_ISSUERS, DEVELOPMENT_ISSUER).`);
  }
  const read = resourceShape.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw failed(`${url} answers (${response.status}), but not as a hub does.`);
  return read.data;
}

/** @throws CommandFailure when the issuer does not say where it gives tokens */
export async function findTokenEndpoint(issuer: string): Promise<string> {
  const { tokenEndpoint } = await discoverIssuer(issuer).catch((error: Error) => {
    throw failed(`The issuer ${issuer} does not answer: ${error.message}`);
  });
  if (tokenEndpoint === undefined) throw failed(`The issuer ${issuer} does not say where it gives tokens.`);
  return tokenEndpoint;
}

export function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  return String(cause?.code ?? (error as Error).message);
}
