import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { z } from "zod";
import { CommandFailure, exitCodes } from "../registry/failure";
import { reasonOf } from "./find-issuer";
import type { ClientKey } from "./read-key";

export interface TokenRequest {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly key: ClientKey;
  /** All that the client has when it is undefined. */
  readonly scope: string | undefined;
  /** Who the token is for. */
  readonly resource: string;
}

const answerShape = z.object({ access_token: z.string().min(1) });
const refusalShape = z.object({ error: z.string(), error_description: z.string().optional() });

/**
 * Asks for an access token with the grant client_credentials, known by private_key_jwt (RFC 7523).
 * @throws CommandFailure with what the issuer says
 */
export async function requestToken(request: TokenRequest): Promise<string> {
  const { issuer, tokenEndpoint, clientId, key, scope, resource } = request;
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: key.algorithm, typ: "JWT", ...(key.kid !== undefined && { kid: key.kid }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime("60s")
    .sign(key.key);
  const response = await fetch(tokenEndpoint, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(15_000),
    headers: { accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
      resource,
      ...(scope !== undefined && { scope }),
    }),
  }).catch((error) => {
    throw new CommandFailure(exitCodes.hubFailed, `The issuer ${issuer} does not answer (${reasonOf(error)}).`);
  });
  const body: unknown = await response.json().catch(() => undefined);
  const answer = answerShape.safeParse(body);
  if (response.ok && answer.success) return answer.data.access_token;
  const refusal = refusalShape.safeParse(body);
  if (refusal.success) {
    const { error, error_description: why = "It does not say why." } = refusal.data;
    throw new CommandFailure(exitCodes.rejected, `The issuer ${issuer} refuses (${error}): ${why}`);
  }
  throw new CommandFailure(
    exitCodes.hubFailed,
    `${tokenEndpoint} answers with status ${response.status} and no token.`,
  );
}
