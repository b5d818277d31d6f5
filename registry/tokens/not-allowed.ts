/** Somebody asked for what is another's to do; the message says what they may do. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
}
