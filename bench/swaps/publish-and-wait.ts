import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "undici";
import { municipalSdl, type Publisher } from "./municipal-schema";
import { questionOfEdition } from "./questions";

/** How long a publish took, in milliseconds from when it was sent. */
export interface PublishTimes {
  /** Until the registry had answered: checked, composed, merged and live there. */
  readonly published: number;
  /** Until the hub had answered a question for the new field. */
  readonly live: number;
}

export interface PublishGiven {
  /** Address of the hub, without path. */
  readonly url: string;
  readonly token: string;
  readonly publisher: Publisher;
  readonly edition: number;
  readonly routingUrl: string;
}

/** How often the hub is asked whether the new field is there: what `live` is exact to. */
const POLL = 25;
const LONGEST = 120_000;

/**
 * Publishes an edition through the hub's public door, and asks the hub for its new field until it answers.
 * @throws Error when the registry refuses it or it does not become live
 */
export async function publishAndWait(given: PublishGiven): Promise<PublishTimes> {
  const { url, token, publisher, edition, routingUrl } = given;
  // As many connections as there are things to do at once, so that neither waits for the other.
  const [registry, asker] = [0, 0].map(() => new Client(url, { headersTimeout: LONGEST })) as [Client, Client];
  try {
    const begun = performance.now();
    const publishing = post(
      registry,
      `/registry/subgraphs/${publisher.name}/versions`,
      { sdl: municipalSdl(publisher, edition), routingUrl },
      token,
    ).then(({ status, body }) => {
      if (status !== 201) throw new Error(`The registry answered ${status}: ${body}`);
      return performance.now() - begun;
    });
    const query = questionOfEdition(publisher, edition);
    let published: number | undefined;
    publishing.then(
      (milliseconds) => {
        published = milliseconds;
      },
      () => {},
    );
    for (;;) {
      const { body } = await post(asker, "/graphql", { query });
      const live = performance.now() - begun;
      if (!body.includes('"errors":')) return { published: await publishing, live };
      if (published === undefined && live > LONGEST) throw new Error("The registry has not answered.");
      if (published !== undefined && live - published > LONGEST) throw new Error(`Not live: ${body}`);
      await Promise.race([sleep(POLL), publishing.then(() => sleep(POLL))]);
    }
  } finally {
    await Promise.all([registry.destroy(), asker.destroy()]);
  }
}

async function post(client: Client, path: string, body: unknown, token?: string) {
  const response = await client.request({
    method: "POST",
    path,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return { status: response.statusCode, body: await response.body.text() };
}
