/** A token that is no good: malformed, expired, of an issuer or for an audience that the hub does not know. */
export class InvalidToken extends Error {
  override readonly name = "InvalidToken";
}

/** A token of which nobody can say just now whether it is good: its issuer does not answer. */
export class IdentityUnavailable extends Error {
  override readonly name = "IdentityUnavailable";
  /** @param cause for the log; it never holds the token */
  constructor(issuer: string, cause: unknown) {
    super(`The keys of the issuer ${issuer} cannot be read just now.`, { cause });
  }
}
