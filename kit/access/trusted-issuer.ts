import type { JSONWebKeySet } from "jose";
import type { Role } from "./identity";

/** An authorization server whose tokens are taken. */
export interface TrustedIssuer {
  /** Its `iss`. */
  readonly issuer: string;
  /** Its keys, where they are known; else they are fetched. */
  readonly jwks?: JSONWebKeySet | undefined;
  /** Where its keys are; else its metadata says so (RFC 8414, or OpenID Connect Discovery). */
  readonly jwksUri?: string | undefined;
  /** Who its tokens are for. Default: the hub's public address. */
  readonly audience?: string | undefined;
  /** Claim that names the owner. Default: kommungraf_owner. */
  readonly ownerClaim?: string | undefined;
  /** Owners by what the claim says, such as an organisation number; without it the claim names the owner itself. */
  readonly owners?: Readonly<Record<string, string>> | undefined;
  /** Roles by scope. Default: kommungraf:reporter is a reporter, and so on. */
  readonly scopes?: Readonly<Record<string, Role>> | undefined;
}
