/** So much was done already that what is asked for has to wait. */
export class TooMany extends Error {
  override readonly name = "TooMany";
  /** @param seconds to wait */
  constructor(
    message: string,
    readonly seconds: number,
  ) {
    super(message);
  }
}
