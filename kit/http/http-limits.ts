export interface HttpLimits {
  /** The largest request body, as sent and as decompressed. */
  bodyBytes: number;
  /** The longest address of a GET request, in characters. Default 8,192. */
  urlBytes?: number;
  /** After this the request's signal aborts. */
  requestMilliseconds: number;
  /** How long after the signal a partial answer may still come, before a bare REQUEST_TIMEOUT is sent. Default 1,000. */
  graceMilliseconds?: number;
  /** How long a stop waits for requests under way. Default 10,000. */
  drainMilliseconds?: number;
}

export const defaultHttpLimits = { urlBytes: 8192, graceMilliseconds: 1000, drainMilliseconds: 10_000 } as const;
