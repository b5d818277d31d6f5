import { z } from "zod";
import {
  type CheckAnswer,
  checkAnswer,
  healthAnswer,
  type PublishAnswer,
  problemAnswer,
  publishAnswer,
  type SwitchAnswer,
  switchAnswer,
} from "./answers";
import { CommandFailure, exitCodes } from "./failure";
import type { HubSettings } from "./settings";

export interface Handed {
  readonly owner?: string;
  readonly sdl: string;
  /** Without it no endpoint is asked. */
  readonly routingUrl?: string;
}

/** The registry of a running hub, over HTTP as everybody reaches it. */
export interface RegistryClient {
  check(handed: Handed): Promise<CheckAnswer>;
  publish(owner: string, handed: Omit<Handed, "owner"> & { message?: string; force?: boolean }): Promise<PublishAnswer>;
  rollback(owner: string, to: number | undefined): Promise<SwitchAnswer>;
  remove(owner: string): Promise<SwitchAnswer>;
  rollbackSupergraph(to: number | undefined): Promise<SwitchAnswer>;
  /**
   * Reads what lies at an address.
   * @returns undefined when nothing does
   */
  read<T>(path: string, shape: z.ZodType<T>): Promise<T | undefined>;
  /** Writes to an address and reads what it holds then. */
  put<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T>;
  /** Which supergraph the hub's gateway serves; never fails, since gateways may be away for a moment. */
  readServed(): Promise<Served>;
  /** Hash of the supergraph that is live in the registry; undefined when that cannot be said just now. */
  readLiveHash(): Promise<string | undefined>;
  /** The live supergraph as text. */
  readSupergraph(): Promise<string>;
  createToken(asked: { owner: string; days?: number; note?: string }): Promise<unknown>;
  revokeToken(id: string): Promise<boolean>;
}

export type Served =
  | { readonly kind: "told"; readonly hash: string }
  | { readonly kind: "not now" }
  /** And never will: what answers there is no gateway that does. */
  | { readonly kind: "not told" };

interface Asked {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: object;
  /** Default: as long as a publish may take. */
  readonly milliseconds?: number;
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A check looks at the endpoint and composes: that takes seconds, and waits its turn. */
const ANSWER_MILLISECONDS = 120_000;
/** What is asked again and again. */
const LOOK_MILLISECONDS = 5000;

/**
 * Every method fails with a CommandFailure: when no hub answers or it answers as none does (3), when the token does not give
 * the right (4), and when what was asked is wrong in itself (2).
 */
export function createRegistryClient(
  { url, token, tokenSource = "The token" }: HubSettings,
  longest = ANSWER_MILLISECONDS,
): RegistryClient {
  async function send({ method, path, body, milliseconds = longest }: Asked): Promise<Answered> {
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          accept: "application/json, application/problem+json, text/plain",
          ...(body && { "content-type": "application/json" }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        // A token goes where it was meant to go, and nowhere else.
        redirect: "manual",
        signal: AbortSignal.timeout(milliseconds),
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string } };
      const reason =
        name === "TimeoutError" ? `nothing within ${milliseconds / 1000} seconds` : (cause?.code ?? message);
      throw new CommandFailure(
        exitCodes.hubFailed,
        `No hub answers at ${url} (${reason}). Start one with npm start, or name one with --hub or KOMMUNGRAF_URL.`,
      );
    }
  }

  const look = (asked: Asked) => send({ ...asked, milliseconds: LOOK_MILLISECONDS }).catch(() => undefined);

  async function ask<T>(asked: Asked, expected: readonly number[], shape: z.ZodType<T>): Promise<T> {
    const answer = await send(asked);
    if (!expected.includes(answer.status)) throw failureOf(answer);
    const read = shape.safeParse(parsed(answer.text));
    if (!read.success) throw notAHub(answer.status);
    return read.data;
  }

  function failureOf({ status, text }: Answered): CommandFailure {
    const problem = problemAnswer.safeParse(parsed(text));
    if (!problem.success) {
      // A hub says what is wrong with every refusal; this is something else.
      return notAHub(status);
    }
    const { detail } = problem.data;
    if (status === 401) {
      return new CommandFailure(
        exitCodes.notAllowed,
        token === undefined
          ? "There is no token: set KOMMUNGRAF_TOKEN, or name a file with --token-file."
          : `${tokenSource} is not valid: ended, revoked or mistyped. The hub's operator gives out new ones.`,
      );
    }
    if (status === 403) return new CommandFailure(exitCodes.notAllowed, detail);
    if (status >= 500 || status === 429 || status === 408) {
      return new CommandFailure(exitCodes.hubFailed, `The hub at ${url} failed (${status}): ${detail}`);
    }
    return new CommandFailure(exitCodes.wrongUse, detail);
  }

  function notAHub(status: number): CommandFailure {
    const where = status >= 300 && status < 400 ? " It sends elsewhere, which is not followed." : "";
    return new CommandFailure(
      exitCodes.hubFailed,
      `${url} answers (${status}), but not as a hub does.${where} Name another address with --hub or KOMMUNGRAF_URL.`,
    );
  }

  const inSubgraph = (owner: string) => `/registry/subgraphs/${encodeURIComponent(owner)}`;
  const withTo = (to: number | undefined) => (to === undefined ? {} : { to });

  return {
    check: (handed) => ask({ method: "POST", path: "/registry/check", body: handed }, [200], checkAnswer),
    publish: (owner, handed) =>
      ask({ method: "POST", path: `${inSubgraph(owner)}/versions`, body: handed }, [200, 201, 422], publishAnswer),
    rollback: (owner, to) =>
      ask({ method: "POST", path: `${inSubgraph(owner)}/rollback`, body: withTo(to) }, [200, 409], switchAnswer),
    remove: (owner) => ask({ method: "DELETE", path: inSubgraph(owner) }, [200, 409], switchAnswer),
    rollbackSupergraph: (to) =>
      ask({ method: "POST", path: "/registry/supergraphs/rollback", body: withTo(to) }, [200, 409], switchAnswer),
    async read(path, shape) {
      const answer = await send({ method: "GET", path });
      if (answer.status === 404 && problemAnswer.safeParse(parsed(answer.text)).success) return undefined;
      if (answer.status !== 200) throw failureOf(answer);
      const read = shape.safeParse(parsed(answer.text));
      if (!read.success) throw notAHub(answer.status);
      return read.data;
    },
    put: (path, body, shape) => ask({ method: "PUT", path, body }, [200], shape),
    async readServed() {
      const answer = await look({ method: "GET", path: "/health/ready" });
      // Of a proxy, while the gateway is started anew.
      if (!answer || answer.status >= 500) return { kind: "not now" };
      const read = healthAnswer.safeParse(parsed(answer.text));
      const hash = read.data?.supergraph;
      return hash === undefined ? { kind: "not told" } : { kind: "told", hash };
    },
    async readLiveHash() {
      const answer = await look({ method: "HEAD", path: "/supergraph.graphql" });
      return answer?.headers.get("etag")?.replaceAll('"', "");
    },
    async readSupergraph() {
      const answer = await send({ method: "GET", path: "/supergraph.graphql" });
      if (answer.status !== 200) throw failureOf(answer);
      return answer.text;
    },
    createToken: (asked) => ask({ method: "POST", path: "/registry/tokens", body: asked }, [201], z.unknown()),
    async revokeToken(id) {
      const answer = await send({ method: "DELETE", path: `/registry/tokens/${encodeURIComponent(id)}` });
      if (answer.status === 404 && problemAnswer.safeParse(parsed(answer.text)).success) return false;
      if (answer.status < 200 || answer.status > 299) throw failureOf(answer);
      return true;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
