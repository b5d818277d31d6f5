import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

interface Document {
  id: string;
  title: string;
  municipality: { code: string } | null;
}

describe("source documents", () => {
  it("lists every document, the national ones first, then by municipality and title", async () => {
    const { sourceDocuments } = await hub.data<{ sourceDocuments: Document[] }>(
      "{ sourceDocuments { id title municipality { code } } }",
    );
    const collator = new Intl.Collator("sv");
    const expected = [...sourceDocuments].sort(
      (a, b) =>
        Number(a.municipality?.code ?? 0) - Number(b.municipality?.code ?? 0) ||
        collator.compare(a.title, b.title) ||
        (a.id < b.id ? -1 : 1),
    );
    expect(sourceDocuments.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(sourceDocuments.filter(({ municipality }) => municipality === null).length).toBeGreaterThan(40);
    expect(new Set(sourceDocuments.map(({ municipality }) => municipality?.code))).toEqual(
      new Set([undefined, "0191", "0480", "2181", "2281"]),
    );
  });

  it("lists those of one municipality, at the root and below it", async () => {
    const { own, none, municipality } = await hub.data(`{
      own: sourceDocuments(municipality: "0191") { id }
      none: sourceDocuments(municipality: "9999") { id }
      municipality(code: "0191") { sourceDocuments { id } }
    }`);
    expect(own).toEqual([
      { id: "0191-insatser-for-att-minska-och-motverka-segregationen-i-sigtuna-kommun" },
      { id: "0191-utveckling-av-studiestod-och-foreningsprojekt" },
    ]);
    expect(none).toEqual([]);
    expect(municipality.sourceDocuments).toEqual(own);
  });

  it("tells of one document what it is, who published it and when", async () => {
    const { news, statute, unknown } = await hub.data(`{
      news: sourceDocument(id: "0191-utveckling-av-studiestod-och-foreningsprojekt") {
        title kind url publisher { name } publishedOn { value certainty precision label en: label(language: EN) } modifiedOn { value }
        municipality { name } registrationNumbers withdrawnAt
      }
      statute: sourceDocument(id: "sfs-2018-151") { kind municipality { name } publisher { name } registrationNumbers }
      unknown: sourceDocument(id: "no-such") { id }
    }`);
    expect(news).toEqual({
      title: "Utveckling av studiestöd och föreningsprojekt blir nya satsningar för att minska segregation",
      kind: "NEWS_ARTICLE",
      url: expect.stringMatching(/^https:\/\/www\.sigtuna\.se\//),
      publisher: { name: "Sigtuna kommun" },
      publishedOn: {
        value: "2024-03-20",
        certainty: "INFERRED",
        precision: "DAY",
        label: "20 mars 2024",
        en: "20 March 2024",
      },
      modifiedOn: null,
      municipality: { name: "Sigtuna" },
      registrationNumbers: [],
      withdrawnAt: null,
    });
    expect(statute).toEqual({
      kind: "STATUTE",
      municipality: null,
      publisher: { name: "Regeringen" },
      registrationNumbers: ["SFS 2018:151"],
    });
    expect(unknown).toBeNull();
  });

  it("are what records of every part of the graph lead to", async () => {
    const document = "document { title kind publisher { id } }";
    const { area, organisation, initiative, grant } = await hub.data(`{
      area(id: "2281-bredsand") { sources { ${document} locator } }
      organisation(id: "2281-mitthem") { sources { ${document} locator } }
      initiative(id: "2281-together-i-bredsand") { sources { ${document} locator } }
      grant(id: "2281-boverket-sundsbruk") { sources { ${document} locator } }
    }`);
    for (const { sources } of [area, organisation, initiative, grant]) {
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) {
        expect(source).toEqual({
          document: {
            title: expect.any(String),
            kind: expect.any(String),
            publisher: { id: "2281-sundsvalls-kommun" },
          },
          locator: expect.stringMatching(/\S/),
        });
      }
    }
  });
});
