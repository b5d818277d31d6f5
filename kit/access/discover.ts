import { isRecord } from "../is-record";
import { fetchCapped } from "./fetch-capped";
import { isIssuerAddress } from "./issuer-address";

/** What an authorization server says of itself, as far as the hub needs it. */
export interface IssuerMetadata {
  readonly jwksUri: string;
  /** Undefined where it says none. */
  readonly tokenEndpoint: string | undefined;
}

const MILLISECONDS = 5000;

/**
 * Reads an issuer's metadata from where RFC 8414 has it, else from where OpenID Connect Discovery has it.
 * @throws Error when neither is there, or when it is the metadata of another issuer
 */
export async function discoverIssuer(issuer: string): Promise<IssuerMetadata> {
  const [oauth, openid] = metadataAddresses(issuer);
  try {
    return await readMetadata(oauth, issuer);
  } catch (first) {
    try {
      return await readMetadata(openid, issuer);
    } catch (second) {
      throw new Error(`${(first as Error).message} ${(second as Error).message}`, { cause: second });
    }
  }
}

/** RFC 8414 puts its part before the issuer's path, OpenID Connect after it. */
function metadataAddresses(issuer: string): [string, string] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, "");
  return [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}${path}/.well-known/openid-configuration`,
  ];
}

async function readMetadata(url: string, issuer: string): Promise<IssuerMetadata> {
  const response = await fetchCapped(url, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(MILLISECONDS),
  }).catch((error: unknown) => {
    throw new Error(`${url} cannot be read: ${(error as Error).message}`, { cause: error });
  });
  const metadata: unknown = await response.json().catch(() => undefined);
  if (!isRecord(metadata) || metadata.issuer !== issuer) throw new Error(`${url} is not the metadata of ${issuer}.`);
  const { jwks_uri: jwksUri, token_endpoint: tokenEndpoint } = metadata;
  if (typeof jwksUri !== "string" || !isIssuerAddress(jwksUri)) {
    throw new Error(`${url} names no https address of its keys.`);
  }
  const isUsable = typeof tokenEndpoint === "string" && isIssuerAddress(tokenEndpoint);
  return { jwksUri, tokenEndpoint: isUsable ? tokenEndpoint : undefined };
}
