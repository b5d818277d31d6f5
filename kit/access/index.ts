export { accessVariables, tokensOf } from "./access-variables";
export { discoverIssuer, type IssuerMetadata } from "./discover";
export { IdentityUnavailable, InvalidToken } from "./errors";
export { HUB_OWNER, type Identity, OWNER_CLAIM, ownerFits, ownerOf, type Role, roles, SCOPE_PREFIX } from "./identity";
export { readCaller } from "./read-caller";
export { type AccessRule, type AccessRules, checkAccess, readAccessRules } from "./rule";
export type { TrustedIssuer } from "./trusted-issuer";
export { createTokenVerifier, noIssuers, type TokenVerifier, type TokenVerifierOptions } from "./verify";
