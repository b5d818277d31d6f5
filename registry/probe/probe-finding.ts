import { asSentence } from "../checks/as-sentence";
import { shownAddress } from "../checks/shown-address";
import type { Finding, FindingCode } from "../findings";

/** An error of an endpoint's; the message gets a full stop where it has none. */
export const probeError = (code: FindingCode, message: string, remedy: string, coordinate?: string): Finding => ({
  code,
  severity: "ERROR",
  message: asSentence(message),
  remedy,
  ...(coordinate === undefined ? {} : { coordinate }),
});

/** What an endpoint is called in a message: by where it was asked, since that may be another than one thinks. */
export const endpointAt = (routingUrl: string) => `the endpoint at ${shownAddress(routingUrl) ?? "that address"}`;
