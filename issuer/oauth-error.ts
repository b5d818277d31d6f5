/** Errors of a token endpoint (RFC 6749 section 5.2, RFC 8707). */
export type OAuthErrorCode =
  | "invalid_request"
  | "invalid_client"
  | "invalid_scope"
  | "invalid_target"
  | "unauthorized_client"
  | "unsupported_grant_type";

/** A request for a token that is refused, in words that its sender may see. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  constructor(
    readonly code: OAuthErrorCode,
    message: string,
  ) {
    super(message);
  }

  get status(): number {
    return this.code === "invalid_client" ? 401 : 400;
  }
}
