import { startTestHub, type TestHub } from "../testkit/hub";
import { idsOf } from "./lists";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const organisations = (filter?: object) => idsOf(hub, "organisations", filter);

describe("organisations", () => {
  it("lists every organisation by name in Swedish order, å, ä and ö after z", async () => {
    const { organisations: list } = await hub.data("{ organisations(first: 500) { totalCount nodes { name } } }");
    const names: string[] = list.nodes.map(({ name }: { name: string }) => name);
    expect(list.totalCount).toBe(92);
    expect(names).toEqual([...names].sort(new Intl.Collator("sv").compare));
    expect(names.indexOf("Rädda Barnen")).toBeGreaterThan(names.indexOf("Rådet för folkhälsa"));
    expect(names.indexOf("Rådet för folkhälsa")).toBeGreaterThan(names.indexOf("Regeringen"));
  });

  it("keeps those of the municipalities asked for", async () => {
    expect(await organisations({ municipalities: ["0191"] })).toHaveLength(14);
    const two = await organisations({ municipalities: ["0191", "2181"] });
    expect(two).toHaveLength(35);
    expect(two.every((id) => /^(0191|2181)-/.test(id))).toBe(true);
  });

  it("tells national organisations from municipal ones", async () => {
    const national = await organisations({ isNational: true });
    expect(national).toHaveLength(11);
    expect(national).toContain("boverket");
    const municipal = await organisations({ isNational: false });
    expect(municipal).toHaveLength(81);
    expect(municipal.every((id) => /^\d{4}-/.test(id))).toBe(true);
    expect(await organisations({ isNational: true, municipalities: ["0191"] })).toEqual([]);
  });

  it.each([
    ["a part of a compound in the name", "livsnämnd", ["2181-arbetslivsnamnden"]],
    ["a name without its Swedish letters", "arbetslivsnamnden", ["2181-arbetslivsnamnden"]],
    ["an alias", "SKR", ["skr"]],
    ["an alias with a slash in it", "back2basics gif", ["2281-gif-sundsvall"]],
    ["the description, in another form of the word", "omorganiserade", ["2281-socialtjansten"]],
    ["the beginning of a word", "räddningstj", ["2281-medelpads-raddningstjanstforbund"]],
    ["a name with a sign in it", "Coop X:tra", ["2281-coop-x-tra"]],
  ])("finds organisations by %s", async (_, text, expected) => {
    expect(await organisations({ text })).toEqual(expected);
  });

  it("keeps the kinds asked for", async () => {
    expect(await organisations({ kinds: ["JOINT_BOARD", "GOVERNMENT"] })).toEqual([
      "regeringen",
      "2181-vastra-gastriklands-samhallsbyggnadsnamnd",
    ]);
    expect(await organisations({ kinds: ["UNKNOWN"], municipalities: ["0191"] })).toEqual([
      "0191-brobygget",
      "0191-fritidsbanken",
      "0191-motesplatsen-i-valsta",
    ]);
  });

  it("keeps those directly under the parents asked for", async () => {
    expect(await organisations({ parents: ["2281-socialtjansten", "0191-kommunledningskontoret"] })).toEqual([
      "2281-forsta-linjens-socialtjanst",
      "0191-hallbarhetsenheten",
      "2281-team-bredsand",
    ]);
  });

  it("joins the fields of a filter by AND", async () => {
    expect(await organisations({ municipalities: ["2281"], kinds: ["ASSOCIATION"], text: "förening" })).toEqual([
      "2281-foreningen-nacksta-kultur",
      "2281-nya-kompisbyran",
    ]);
  });

  it.each([
    { municipalities: [] },
    { kinds: [] },
    { parents: [] },
    { parents: ["nobody"] },
    { changedSince: "9999-01-01T00:00:00Z" },
  ])("gives an empty list for %j", async (filter) => {
    expect(await organisations(filter)).toEqual([]);
  });
});

describe("one organisation", () => {
  it("tells what it is, where it belongs and what it does", async () => {
    const { organisation } = await hub.data(`{ organisation(id: "2281-mitthem") {
      name aliases kind legalForm organisationNumber municipality { code name } description { sv en } contacts { address }
      parent { id } children { id } withdrawnAt
      participations { totalCount nodes { role certainty initiative { id } programme { id } organisation { id } } }
      grantsReceived { totalCount nodes { id } }
      allocations { totalCount nodes { id } }
    } }`);
    expect(organisation).toMatchObject({
      name: "Mitthem",
      kind: "MUNICIPAL_COMPANY",
      municipality: { code: "2281", name: "Sundsvall" },
      parent: null,
      children: [],
      withdrawnAt: null,
      grantsReceived: { totalCount: 0, nodes: [] },
      allocations: { totalCount: 0, nodes: [] },
    });
    expect(organisation.participations.totalCount).toBe(4);
    expect(
      organisation.participations.nodes.map(
        ({ role, initiative }: { role: string; initiative: { id: string } }) => `${initiative.id} ${role}`,
      ),
    ).toEqual([
      "2281-20-satsningar-2020 FUNDING",
      "2281-20-satsningar-2020 RESPONSIBLE",
      "2281-21-satsningar-2021 RESPONSIBLE",
      "2281-processledare-i-varje-omrade IMPLEMENTING",
    ]);
    expect(organisation.participations.nodes[0]).toMatchObject({
      programme: null,
      organisation: { id: "2281-mitthem" },
    });
  });

  it("has its parts under it by name, each with the way back", async () => {
    const { organisation } = await hub.data(
      '{ organisation(id: "2281-socialtjansten") { parent { name } children { name parent { id } } } }',
    );
    expect(organisation).toEqual({
      parent: { name: "Sundsvalls kommun" },
      children: [
        { name: "Första linjens socialtjänst", parent: { id: "2281-socialtjansten" } },
        { name: "Team Bredsand", parent: { id: "2281-socialtjansten" } },
      ],
    });
  });

  it("takes part in several municipalities when it is national, and belongs to none", async () => {
    const { organisation } = await hub.data(`{ organisation(id: "polisen") {
      municipality { code } participations { nodes { initiative { municipality { code } } } }
    } }`);
    expect(organisation.municipality).toBeNull();
    expect(
      organisation.participations.nodes.map(
        ({ initiative }: { initiative: { municipality: { code: string } } }) => initiative.municipality.code,
      ),
    ).toEqual(["0480", "2281"]);
  });

  it("has roles in programmes too", async () => {
    const { organisation } = await hub.data(
      '{ organisation(id: "0480-kommunstyrelsen") { participations { nodes { role initiative { id } programme { id } } } } }',
    );
    expect(organisation.participations.nodes).toContainEqual({
      role: "FUNDING",
      initiative: null,
      programme: { id: "0480-arbetet-att-minska-och-motverka-segregation-2022" },
    });
  });

  it("lists the grants it receives and the allocations it answers for, its own and joint ones", async () => {
    const { municipality, board } = await hub.data(`{
      municipality: organisation(id: "2181-sandvikens-kommun") { grantsReceived { totalCount nodes { id recipient { id } } } }
      board: organisation(id: "2181-kunskapsnamnden") { allocations { totalCount nodes { id responsible { id } } } }
    }`);
    expect(municipality.grantsReceived).toEqual({
      totalCount: 1,
      nodes: [{ id: "2181-tillvaxtverket-2020", recipient: { id: "2181-sandvikens-kommun" } }],
    });
    expect(board.allocations).toEqual({
      totalCount: 2,
      nodes: [
        {
          id: "2181-familjepedagog-2020",
          responsible: [
            { id: "2181-kunskapsnamnden" },
            { id: "2181-individ-familjeomsorgsnamnden" },
            { id: "2181-kultur-fritidsnamnden" },
          ],
        },
        {
          id: "2181-tidiga-samordnade-insatser-i-skolan-2020",
          responsible: [{ id: "2181-individ-familjeomsorgsnamnden" }, { id: "2181-kunskapsnamnden" }],
        },
      ],
    });
  });

  it("gives contacts as role and function mailbox", async () => {
    const { organisations: list } = await hub.data(
      "{ organisations(first: 500) { nodes { contacts { role { sv en } address } } } }",
    );
    const contacts = list.nodes.flatMap((organisation: { contacts: object[] }) => organisation.contacts);
    expect(contacts.length).toBeGreaterThan(10);
    for (const contact of contacts) {
      expect(contact).toEqual({ role: { sv: expect.any(String), en: expect.any(String) }, address: contact.address });
    }
  });

  it("is null when there is none with the id", async () => {
    expect(await hub.data('{ organisation(id: "no-such") { id } }')).toEqual({ organisation: null });
  });
});

describe("organisations of a municipality", () => {
  it("are listed with the same filter as all organisations", async () => {
    const { municipality } = await hub.data(
      `query ($filter: OrganisationFilter) { municipality(code: "2181") {
        all: organisations(first: 100) { totalCount nodes { municipality { code } } }
        boards: organisations(filter: $filter) { totalCount nodes { id } }
        foreign: organisations(filter: { municipalities: ["0191"] }) { totalCount nodes { id } }
      } }`,
      { filter: { kinds: ["MUNICIPAL_BOARD"], text: "fritid" } },
    );
    expect(municipality.all.totalCount).toBe(21);
    expect(municipality.all.nodes).toEqual(Array(21).fill({ municipality: { code: "2181" } }));
    expect(municipality.boards).toEqual({ totalCount: 1, nodes: [{ id: "2181-kultur-fritidsnamnden" }] });
    expect(municipality.foreign).toEqual({ totalCount: 0, nodes: [] });
  });
});
