import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

it("an initiative whose name is shortened is found by words of the whole printed cell", async () => {
  const { initiatives } = await hub.data(`{
    initiatives(filter: { text: "rehabiliteringsplatser" }) { nodes { id aliases } }
  }`);
  expect(initiatives.nodes).toEqual([
    {
      id: "2181-direktplaceringar-fran-individ-familjeomsorgsforvaltningen-till-arbetslivsforvaltningen",
      aliases: [
        "Direktplaceringar från Individ- & familjeomsorgsförvaltningen till Arbetslivsförvaltningen – kommunens egna anordnade arbetstränings- och rehabiliteringsplatser.",
      ],
    },
  ]);
});
