import { readExamples } from "../../gateway/landing/landing-page";
import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub?.stop());

it.each(readExamples().map(({ name, query }) => [name, query]))(
  "the landing page's example %s is answered whole",
  async (_, query) => {
    const { data, errors } = await hub.ask(query);
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
  },
);
