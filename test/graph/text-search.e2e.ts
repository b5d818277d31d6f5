import { startTestHub, type TestHub } from "../testkit/hub";
import { codeOf, FILTERS, idsOf, type ListField } from "./lists";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const found = (text: string) => idsOf(hub, "initiatives", { text });
const everything = 41;

describe("text search among initiatives", () => {
  it.each([
    ["with Swedish letters", "språkutbildning"],
    ["without Swedish letters", "sprakutbildning"],
    ["in capitals", "SPRÅKUTBILDNING"],
    ["in the definite form", "språkutbildningen"],
    ["in the plural", "språkutbildningar"],
    ["with letters put together from two signs", "språkutbildning".normalize("NFD")],
    ["with blanks around it", "  språkutbildning\t"],
    ["by the beginning of the word", "språkutb"],
    ["by a part of the compound", "utbildning förber"],
    ["as the whole name", "Förberedande språkutbildning"],
  ])("finds Förberedande språkutbildning %s", async (_, text) => {
    expect(await found(text)).toContain("2181-forberedande-sprakutbildning");
  });

  it.each([
    ["å", "Områdesutveckling", "2281-omradesutveckling-med-stod-fran-boverket"],
    ["ä", "läsfrämjande", "2181-lasframjande-insatser-i-bostadsomraden-av-biblioteket"],
    ["ö", "föräldraskapsstöd", "0191-utvecklat-foraldraskapsstod"],
    ["å, typed as a", "omradesutveckling", "2281-omradesutveckling-med-stod-fran-boverket"],
    ["ä, typed as a", "lasframjande", "2181-lasframjande-insatser-i-bostadsomraden-av-biblioteket"],
    ["ö, typed as o", "foraldraskapsstod", "0191-utvecklat-foraldraskapsstod"],
    ["ä and a mixed", "läsframjande", "2181-lasframjande-insatser-i-bostadsomraden-av-biblioteket"],
  ])("finds words with %s", async (_, text, id) => {
    expect(await found(text)).toEqual([id]);
  });

  it("finds every inflected form of a word by any of them", async () => {
    const plural = await found("föreningar");
    expect(plural).toContain("0191-pilotprojekt-for-foreningslivet");
    expect(plural).toContain("2281-21-satsningar-2021");
    expect(await found("förening")).toEqual(plural);
    expect(await found("föreningen")).toEqual(plural);
    expect(await found("kvinnor")).toEqual(await found("kvinna"));
    expect(await found("arbetsmarknadens")).toEqual(await found("arbetsmarknad"));
    for (const form of ["projekt", "projektet", "projektets", "projekten"]) {
      expect(await found(form)).toContain("2181-lasframjande-insatser-i-bostadsomraden-av-biblioteket");
    }
  });

  it("finds a part of a compound in a name", async () => {
    expect(await found("mammor")).toEqual(["0191-stadsdelsmammor"]);
    expect(await found("Stödjarprojekt")).toEqual(["0480-ungdomsstodjarprojekt"]);
  });

  it("finds words in aliases and descriptions, and takes every word as wanted", async () => {
    expect(await found("förbättrad kommunservice")).toEqual(["0480-kommunservice-stadshuset"]);
    expect(await found("somaliska arabiska")).toEqual([
      "0480-kommunservice-stadshuset",
      "0480-starta-eget-for-utrikesfodda",
    ]);
    expect(await found("somaliska arabiska tigrina")).toEqual(["0480-kommunservice-stadshuset"]);
    expect(await found("somaliska rymdfart")).toEqual([]);
  });

  it("finds the words on both sides of a slash, a hyphen or an ampersand", async () => {
    const [followUp] = await found("uppföljning fältverksamheten");
    expect(followUp).toBe("2181-ledning-uppfoljning-av-faltverksamheten");
    expect(await found("uppföljning ledning")).toEqual([followUp]);
    expect(await found("Ledning/uppföljning")).toEqual([followUp]);
    expect(await found("aktivitetscenter kultur")).toEqual(["0191-kultur-och-aktivitetscenter-i-valsta"]);
    expect(await found("årskurs 8")).toEqual(["0480-feriepraktik-ungdomar-i-socioekonomisk-utsatthet"]);
    expect(await found("familjeomsorgsförvaltningen individ")).toHaveLength(1);
  });

  it("does not ask for words that carry no meaning beside others", async () => {
    expect(await found("att starta och driva ett företag")).toEqual(["0480-starta-eget-for-utrikesfodda"]);
  });

  it("looks for a word without meaning in the names when it stands alone", async () => {
    const ids = await found("och");
    expect(ids).toContain("0191-kultur-och-aktivitetscenter-i-valsta");
    expect(ids).not.toContain("0191-stadsdelsmammor");
  });

  it.each([[""], ["   "], ["\n\t"]])("filters nothing for blank text %j", async (text) => {
    expect(await found(text)).toHaveLength(everything);
  });

  it.each([
    ["'"],
    ['"'],
    ["':*"],
    ["&|!"],
    ["!stadsdelsmammor & (("],
    ["'; DROP TABLE initiative; --"],
    ["stadsdelsmammor' | 'förening"],
    ["stadsdelsmammor:*A"],
    ["<->"],
    ["\\"],
    ["\\'"],
    ["$1"],
    ["$$"],
    ["%"],
    ["_"],
    ["%mammor"],
    ["stadsdels_ammor"],
    ["²"],
    ["\u0000"],
    ["stadsdels\u0000mammor"],
    ["\ud800"],
    ["👩‍👩‍👧"],
    ["نص"],
  ])("takes %j as plain text", async (text) => {
    const ids = await found(text);
    expect(ids.length).toBeLessThan(everything);
    expect(await found("stadsdelsmammor")).toEqual(["0191-stadsdelsmammor"]);
  });

  it("takes signs of the query language as nothing beside a word", async () => {
    expect(await found("stadsdelsmammor:*")).toEqual(["0191-stadsdelsmammor"]);
    expect(await found("(stadsdelsmammor)")).toEqual(["0191-stadsdelsmammor"]);
    expect(await found("!stadsdelsmammor")).toEqual(["0191-stadsdelsmammor"]);
  });
});

describe("the length of a text", () => {
  const lists = (Object.keys(FILTERS) as ListField[]).filter((field) => field !== "allocations");

  it.each(lists)("may be 200 characters among %s and no more", async (field) => {
    const query = `query ($text: String) { ${field}(filter: { text: $text }) { totalCount } }`;
    expect(await hub.data(query, { text: "å".repeat(200) })).toEqual({ [field]: { totalCount: 0 } });
    const { errors, data } = await hub.ask(query, { text: "å".repeat(201) });
    expect(data).toEqual({ [field]: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: [field],
        message: "filter.text is 201 characters long; at most 200 are read.",
        extensions: expect.objectContaining({ code: "BAD_USER_INPUT", argument: "filter.text" }),
      }),
    ]);
  });

  it("is that of the text without the blanks around it", async () => {
    expect(await idsOf(hub, "areas", { text: `${" ".repeat(300)}skönsberg` })).toEqual(["2281-skonsberg"]);
  });

  it("is refused below a municipality too", async () => {
    const query = `query ($text: String) { municipality(code: "0191") { initiatives(filter: { text: $text }) { totalCount } } }`;
    expect(await codeOf(hub, query, { text: "x".repeat(201) })).toBe("BAD_USER_INPUT");
  });
});
