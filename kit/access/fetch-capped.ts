const LARGEST_ANSWER = 256 * 1024;

/**
 * Fetches a document of an issuer: no redirects are followed, and what is larger than any key set is not read.
 * @throws Error when there is no answer, or one that is too large
 */
export async function fetchCapped(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: "manual" });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > LARGEST_ANSWER) throw new Error(`${url} answers with more than ${LARGEST_ANSWER} bytes.`);
    chunks.push(chunk as Uint8Array);
  }
  // A status without a body may not be given one.
  if (response.status !== 200) throw new Error(`${url} answers with status ${response.status}.`);
  return new Response(Buffer.concat(chunks), { status: 200 });
}
