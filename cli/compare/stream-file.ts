import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { CommandError, exitCodes } from "./command-error";
import type { HubClient } from "./hub-client";
import { printable } from "./printable";

/**
 * Passes a file of the hub on as it arrives. It is fetched from the hub that was asked: the address that the hub shows to
 * the public may not be reachable from here.
 */
export async function streamFile(
  hub: HubClient,
  address: string,
  options: Readonly<Record<string, string>>,
  output: NodeJS.WritableStream,
): Promise<void> {
  const query = new URLSearchParams(options).toString();
  const response = await hub.open(`${new URL(address).pathname}${query && `?${query}`}`);
  if (!response.ok || response.body === null) {
    const said = printable((await response.text()).slice(0, 300));
    throw new CommandError(exitCodes.failed, [`The hub does not give the file (${response.status}): ${said}`]);
  }
  const file = Readable.fromWeb(response.body as ReadableStream);
  try {
    await pipeline(file, output, { end: false });
  } catch (error) {
    if (!(file.errored && isBrokenOff(file.errored))) throw error;
    throw new CommandError(exitCodes.failed, ["The hub broke off: the file is not whole. Run the command again."]);
  }
}

/** What fetch says when the other side goes away in the middle of an answer. */
function isBrokenOff({ name }: Error): boolean {
  return name === "TypeError";
}
