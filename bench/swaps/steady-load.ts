import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";

/** A question to the hub's public endpoint. */
export interface LoadQuestion {
  /** What it is an example of. */
  readonly kind: string;
  readonly query: string;
}

/** One question as it went. Moments are in milliseconds since 1970, with fractions. */
export interface Sample {
  readonly kind: string;
  /** When it should have been sent. */
  readonly dueAt: number;
  /** When it was: later, when this process did not get the processor in time. */
  readonly sentAt: number;
  /** When the whole answer was there. */
  readonly endedAt: number;
  /** What is wrong with the answer; undefined when it is right. */
  readonly fault: string | undefined;
}

export interface LoadAnswer {
  readonly status: number;
  readonly body: string;
}

export interface SteadyLoadOptions {
  /** Address of the gateway, without path. */
  readonly url: string;
  /** Asked in turn. */
  readonly questions: readonly LoadQuestion[];
  readonly perSecond: number;
  /**
   * Says what is wrong with an answer. Default: what is not 200, or has errors.
   * @param sentAt when the question was sent, in milliseconds since 1970
   */
  judge?(question: LoadQuestion, answer: LoadAnswer, sentAt: number): string | undefined;
}

export interface SteadyLoad {
  /** Questions whose answers have come so far. */
  answered(): number;
  /** Connections that the server has closed so far. */
  closedConnections(): number;
  /** Sends no more, waits for the answers under way, and gives every sample in the order of the answers. */
  stop(): Promise<Sample[]>;
}

/** As many as are needed when nothing is answered for some seconds: questions do not wait for each other. */
const CONNECTIONS = 512;
const TICK = 1;
const LONGEST = 60_000;
/** What the library says when it closes a connection itself, as one that has had nothing to do for some seconds. */
const OWN_CLOSING = "UND_ERR_INFO";

/** Milliseconds since 1970, the same in every process of the machine. */
export const now = () => performance.timeOrigin + performance.now();

export const faultOf = ({ status, body }: LoadAnswer): string | undefined =>
  status === 200 && !body.includes('"errors":') ? undefined : `${status} ${body.slice(0, 500)}`;

/**
 * Asks at a constant rate over kept-alive connections, whatever becomes of the answers: when the hub stands still,
 * questions go on falling due, and each waits from the moment it fell due.
 */
export function startSteadyLoad(options: SteadyLoadOptions): SteadyLoad {
  const { url, questions, perSecond, judge = (_, answer) => faultOf(answer) } = options;
  const pool = new Pool(url, {
    connections: CONNECTIONS,
    pipelining: 1,
    headersTimeout: LONGEST,
    bodyTimeout: LONGEST,
  });
  const samples: Sample[] = [];
  const underWay = new Set<Promise<void>>();
  let closed = 0;
  let isStopping = false;
  pool.on("disconnect", (_origin, _targets, { code }) => {
    if (code !== OWN_CLOSING && !isStopping) closed += 1;
  });

  async function ask(question: LoadQuestion, dueAt: number): Promise<void> {
    const sentAt = now();
    const fault = await askOnce(pool, question).then(
      (answer) => judge(question, answer, sentAt),
      (error: unknown) => String(error),
    );
    samples.push({ kind: question.kind, dueAt, sentAt, endedAt: now(), fault });
  }

  async function keepAsking(): Promise<void> {
    const begun = now();
    for (let count = 0; !isStopping; count++) {
      const dueAt = begun + (count * 1000) / perSecond;
      while (now() < dueAt && !isStopping) await sleep(Math.max(TICK, dueAt - now()));
      const question = questions[count % questions.length];
      if (isStopping || !question) return;
      const asked: Promise<void> = ask(question, dueAt).finally(() => underWay.delete(asked));
      underWay.add(asked);
    }
  }

  const asking = keepAsking();
  return {
    answered: () => samples.length,
    closedConnections: () => closed,
    async stop() {
      isStopping = true;
      await asking;
      await Promise.all(underWay);
      await pool.destroy();
      return samples;
    },
  };
}

async function askOnce(pool: Pool, { query }: LoadQuestion): Promise<LoadAnswer> {
  const { statusCode, body } = await pool.request({
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return { status: statusCode, body: await body.text() };
}
