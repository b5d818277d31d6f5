export { type Identity, type Role, roles } from "./identity";
export { type AccessRule, type AccessRules, checkAccess, readAccessRules } from "./rule";
export {
  createTokenVerifier,
  InvalidToken,
  noIssuers,
  type TokenVerifier,
  type TokenVerifierOptions,
  type TrustedIssuer,
} from "./verify";
