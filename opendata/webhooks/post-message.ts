import { Webhook } from "standardwebhooks";
import type { Dispatcher } from "undici";

export interface Message {
  /** The same in every attempt. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
}

/** What came of an attempt. */
export interface Outcome {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** What went wrong, in words; null when the message was taken. */
  readonly failure: string | null;
  readonly at: Date;
  readonly milliseconds: number;
}

export interface PostOptions {
  /** Of kit/outbound: it lets nothing reach the inner network, and follows no redirects. */
  readonly agent: Dispatcher;
  /** From connecting to the end of the answer. Default 15,000. */
  readonly milliseconds?: number;
  readonly signal?: AbortSignal;
}

/** An answer says nothing but its status; so much of it is read that the connection can be used again. */
const MOST_BYTES = 4096;

/**
 * Sends a message once, signed as Standard Webhooks says.
 * @param secret whsec_…
 * @throws only the signal's reason; what the address does is an outcome
 */
export async function postMessage(
  url: string,
  secret: string,
  { id, body }: Message,
  { agent, milliseconds = 15_000, signal }: PostOptions,
): Promise<Outcome> {
  const at = new Date();
  const begun = performance.now();
  const outcome = (status: number | null, failure: string | null): Outcome => ({
    status,
    failure,
    at,
    milliseconds: Math.round(performance.now() - begun),
  });
  const timeUp = AbortSignal.timeout(milliseconds);
  try {
    const { origin, pathname, search } = new URL(url);
    const response = await agent.request({
      origin,
      path: pathname + search,
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Kommungraf-Webhooks",
        "webhook-id": id,
        "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
        "webhook-signature": new Webhook(secret).sign(id, at, body),
      },
      body,
      signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
      headersTimeout: milliseconds + 1000,
      bodyTimeout: milliseconds + 1000,
    });
    const status = response.statusCode;
    await readSome(response.body);
    if (status >= 200 && status < 300) return outcome(status, null);
    if (status >= 300 && status < 400) {
      return outcome(status, `status ${status}, a redirect, and redirects are not followed`);
    }
    return outcome(status, `status ${status}`);
  } catch (error) {
    signal?.throwIfAborted();
    if (timeUp.aborted) return outcome(null, `no answer within ${milliseconds / 1000} s`);
    return outcome(null, REASONS[String((error as { code?: unknown }).code)] ?? "the connection could not be made");
  }
}

async function readSome(body: Dispatcher.ResponseData["body"]): Promise<void> {
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    // Leaving the loop closes the connection.
    if (bytes > MOST_BYTES) return;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  FORBIDDEN_ADDRESS: "the address is not public",
  ECONNREFUSED: "nothing listens at that address",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name cannot be looked up now",
  ECONNRESET: "the connection was closed",
  UND_ERR_SOCKET: "the connection was closed",
  UND_ERR_CONNECT_TIMEOUT: "connecting took too long",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is self-signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate lacks the one that vouches for it",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};
