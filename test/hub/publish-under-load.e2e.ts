import { municipalValues, type Publisher } from "../../bench/swaps/municipal-schema";
import { type LoadAnswer, type LoadQuestion, now, startSteadyLoad } from "../../bench/swaps/steady-load";
import { type MunicipalSubgraph, startMunicipalSubgraph } from "../testkit/municipal-subgraph";
import { type PublishingHub, startPublishingHub } from "../testkit/publishing-hub";
import { until } from "../testkit/until";

const PER_SECOND = 50;
/** In each, every owner publishes, and one goes back to what it had before. */
const WAVES = 5;
const LONGEST = 240_000;

const PUBLISHERS: readonly Publisher[] = [
  { name: "sundsvall", prefix: "sundsvall", code: "2281" },
  { name: "sandviken", prefix: "sandviken", code: "2181" },
  { name: "nykoping", prefix: "nykoping", code: "0480" },
  { name: "sigtuna", prefix: "sigtuna", code: "0191" },
];

/** An edition, and when an answer may come from it: from when its switch began until the next one was seen to serve. */
interface Turn {
  readonly edition: number;
  readonly from: number;
  to: number;
}

const ROOMS = `{ initiatives(first: 10) { totalCount nodes { id name status areas { id } municipality { name } } } }`;
const LIST = `{ municipalities(withData: true) { code name initiatives(first: 3) { nodes { id } } } }`;

const notesQuery = (publishers: readonly Publisher[]) =>
  `{ ${publishers.map(({ prefix, code }) => `${prefix}: municipality(code: "${code}") { name own: ${prefix} { note } }`).join(" ")} }`;

const fieldsQuery = ({ prefix }: Publisher) =>
  `{ __type(name: "${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}Municipality") { fields { name } } }`;

const fieldsOf = (edition: number) => [
  "note",
  ...Array.from({ length: edition - 1 }, (_, index) => `edition${index + 2}`),
];

describe("publishing and rolling back under constant load", () => {
  let hub: PublishingHub;
  const subgraphs: MunicipalSubgraph[] = [];
  beforeAll(async () => {
    hub = await startPublishingHub("seeded");
    for (const publisher of PUBLISHERS) subgraphs.push(await startMunicipalSubgraph(publisher));
  });
  afterAll(async () => {
    await hub?.stop();
    for (const subgraph of subgraphs) await subgraph.stop();
  });

  it(
    "answers every request, and each as one of the supergraphs says that can be live at the time",
    async () => {
      const { door } = hub;
      const turns = new Map<string, Turn[]>(PUBLISHERS.map(({ name }) => [name, []]));
      const turnsOf = ({ name }: Publisher) => turns.get(name) ?? [];

      /** Makes an edition live and remembers from when on answers may, and from when on they must, come from it. */
      async function switchTo({ publisher }: MunicipalSubgraph, edition: number, work: () => Promise<unknown>) {
        const mine = turnsOf(publisher);
        const before = mine.at(-1);
        mine.push({ edition, from: now(), to: Number.POSITIVE_INFINITY });
        await work();
        await until(`edition ${edition} of ${publisher.name}`, async () => {
          const { data } = await hub.ask(notesQuery([publisher]));
          return data?.[publisher.prefix].own?.note === municipalValues.note(publisher, edition);
        });
        if (before) before.to = now();
      }

      /** Whether an edition may have answered a question that was sent then and is answered now. */
      const mayAnswer = (publisher: Publisher, edition: number | undefined, sentAt: number) =>
        turnsOf(publisher).some((turn) => turn.edition === edition && turn.from <= now() && turn.to >= sentAt);

      for (const subgraph of subgraphs) await switchTo(subgraph, 1, () => door.publish(subgraph));
      const rooms = new Map(
        await Promise.all([ROOMS, LIST].map(async (query) => [query, JSON.stringify(await hub.data(query))] as const)),
      );
      const threadsBefore = await settledThreads();
      const auditBefore = (await door.audit(500)).length;

      function judge({ kind, query }: LoadQuestion, { status, body }: LoadAnswer, sentAt: number): string | undefined {
        const { data, errors } = JSON.parse(body);
        if (status !== 200 || errors !== undefined || !data) return `${status} ${body}`;
        if (kind === "rooms") return JSON.stringify(data) === rooms.get(query) ? undefined : body;
        if (kind === "notes") {
          const wrong = PUBLISHERS.filter(({ prefix, name, code }) => {
            const { name: title, own } = data[prefix];
            const edition = turnsOf({ prefix, name, code }).find(
              (turn) => municipalValues.note({ prefix, name, code }, turn.edition) === own?.note,
            )?.edition;
            return typeof title !== "string" || !mayAnswer({ prefix, name, code }, edition, sentAt);
          });
          return wrong.length === 0 ? undefined : body;
        }
        const publisher = PUBLISHERS.find((one) => fieldsQuery(one) === query);
        const names = data.__type.fields.map(({ name }: { name: string }) => name);
        const edition = turnsOf(publisher as Publisher).find(
          (turn) => fieldsOf(turn.edition).join() === names.join(),
        )?.edition;
        return mayAnswer(publisher as Publisher, edition, sentAt) ? undefined : body;
      }

      const load = startSteadyLoad({
        url: hub.url,
        perSecond: PER_SECOND,
        questions: [
          { kind: "rooms", query: ROOMS },
          { kind: "notes", query: notesQuery(PUBLISHERS) },
          { kind: "rooms", query: LIST },
          ...PUBLISHERS.map((publisher) => ({ kind: "fields", query: fieldsQuery(publisher) })),
        ],
        judge,
      });
      let closed = 0;
      const samples = await (async () => {
        try {
          for (let wave = 0; wave < WAVES; wave++) {
            // Owners know nothing of each other: they publish at the same time.
            await Promise.all(
              subgraphs.map((subgraph) => {
                const edition = 1 + Math.max(...turnsOf(subgraph.publisher).map((turn) => turn.edition));
                return switchTo(subgraph, edition, () => door.publish(subgraph, edition));
              }),
            );
            const subgraph = subgraphs[wave % subgraphs.length] as MunicipalSubgraph;
            const { publisher } = subgraph;
            const before = turnsOf(publisher).at(-2)?.edition ?? 0;
            await switchTo(subgraph, before, () => door.rollBack(publisher.name));
          }
          closed = load.closedConnections();
        } catch (error) {
          await load.stop();
          throw error;
        }
        return load.stop();
      })();

      expect(samples.filter(({ fault }) => fault !== undefined).slice(0, 3)).toEqual([]);
      expect(closed).toBe(0);
      // Else nothing has been shown.
      expect(samples.length).toBeGreaterThan(500);
      const audited = (await door.audit(500)).slice(0, -auditBefore).map(({ action }) => action);
      expect(audited.filter((action) => action === "PUBLISHED")).toHaveLength(WAVES * PUBLISHERS.length);
      expect(audited.filter((action) => action === "ROLLED_BACK")).toHaveLength(WAVES);
      expect(audited).toHaveLength(WAVES * PUBLISHERS.length + WAVES);
      await until(
        "the end of the threads that have been replaced",
        async () => (await settledThreads()) <= threadsBefore,
      );
    },
    LONGEST,
  );
});

/** Threads of this process that run our modules. */
async function settledThreads(): Promise<number> {
  const { workers } = process.report.getReport() as unknown as { workers: unknown[] };
  return workers.length;
}
