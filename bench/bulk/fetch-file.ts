import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";

/** Takes a file over HTTP and throws it away. @returns its bytes as they came */
export async function fetchFile(url: string, acceptEncoding: string): Promise<number> {
  const request = http.get(url, { agent: false, headers: { "accept-encoding": acceptEncoding } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  await once(response, "end");
  if (!response.complete) throw new Error(`${url} was cut short`);
  return bytes;
}
