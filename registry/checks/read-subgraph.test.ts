import { runComposeJob } from "../composition/compose-job";
import { NEWEST_FEDERATION } from "./federation";
import { placeOf } from "./place";
import { readSubgraph } from "./read-subgraph";

const withVersion = (minor: number) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.${minor}", import: ["@key"])\ntype Query { a: Int }`;

const codesOf = (sdl: string) => readSubgraph(sdl).findings.map(({ code }) => code);

describe("reading a subgraph's schema", () => {
  it.each(Array.from({ length: NEWEST_FEDERATION + 2 }, (_, minor) => minor))(
    "takes the versions of federation that the composer takes: v2.%i",
    (minor) => {
      const services = [{ name: "a", url: "http://127.0.0.1:1", sdl: withVersion(minor) }];
      const { kind } = runComposeJob({ services, isSatisfiabilityChecked: false, isApiWanted: false });
      expect(codesOf(withVersion(minor))).toEqual(kind === "composed" ? [] : ["FEDERATION_VERSION"]);
    },
  );

  it("gives the schema together with what is wrong about its link, so that the rest can be checked too", () => {
    const { document, findings } = readSubgraph("type Query { a: Int }");
    expect(findings).toMatchObject([{ code: "FEDERATION_MISSING", line: 1 }]);
    expect(findings[0]?.remedy).toMatch(/^Add this line: extend schema @link\(url: "https:.*\)$/);
    expect(document?.definitions).toHaveLength(1);
  });

  it("takes as much as is allowed, and not one more", () => {
    const limits = { bytes: 105, tokens: 20, depth: 2, types: 1, fields: 2 };
    const link = withVersion(9).split("\n")[0];
    const codes = (rest: string, changed: Partial<typeof limits>) =>
      readSubgraph(`${link}\n${rest}`, { ...limits, bytes: 1_000, ...changed }).findings.map(({ code }) => code);
    const two = "type Q { a: Int b: Int }";
    expect(codes(two, { bytes: `${link}\n${two}`.length, tokens: 24 })).toEqual([]);
    expect(codes(two, { bytes: `${link}\n${two}`.length - 1, tokens: 24 })).toEqual(["TOO_LARGE"]);
    expect(codes(two, { tokens: 23 })).toEqual(["TOO_MANY_TOKENS"]);
    expect(codes(two, { tokens: 24, depth: 1 })).toEqual(["TOO_DEEP"]);
    expect(codes(two, { tokens: 24, types: 0 })).toEqual(["TOO_MANY_TYPES"]);
    expect(codes(two, { tokens: 24, fields: 1 })).toEqual(["TOO_MANY_FIELDS"]);
  });

  it("counts bytes, not characters", () => {
    const sdl = `${withVersion(9)} # ${"å".repeat(100)}`;
    const limits = { bytes: sdl.length, tokens: 100, depth: 9, types: 9, fields: 9 };
    expect(readSubgraph(sdl, limits).findings).toMatchObject([{ code: "TOO_LARGE" }]);
  });

  it("finds the place of what is wrong in a text from another system", () => {
    const sdl = `${withVersion(9)}\r\ntype A {\r\n  b:\r\n}`;
    expect(readSubgraph(sdl).findings).toMatchObject([{ code: "SYNTAX", line: 5, column: 1 }]);
    expect(readSubgraph("\u0000").findings[0]).toMatchObject({ code: "CONTROL_CHARACTER", line: 1, column: 1 });
  });

  it.each(["Nyk\u00f6ping", "Nyko\u0308ping", "\u00c5re"])("says which letters names have: %s", (name) => {
    expect(readSubgraph(`${withVersion(9)}\ntype ${name} { b: Int }`).findings).toMatchObject([
      { code: "SYNTAX", remedy: "Names have only a–z, A–Z, 0–9 and _: write a for å and ä, o for ö." },
    ]);
    expect(readSubgraph("type A { b: ¤ }").findings[0]?.remedy).toBe("Mend the schema at this place.");
  });

  it.each([
    ["a name", "type Nyk\ufffdping { b: Int }"],
    ["a description", '"Ort\ufffdn."\ntype A { b: Int }'],
    ["a comment", "# Ort\ufffdn.\ntype A { b: Int }"],
  ])("refuses a text that was read as UTF-8 and was none: %s", (_, sdl) => {
    const column = (sdl.split("\n")[0]?.indexOf("\ufffd") ?? 0) + 1;
    expect(readSubgraph(`${withVersion(9)}\n${sdl}`).findings).toMatchObject([
      { code: "CONTROL_CHARACTER", severity: "ERROR", remedy: "Save the file as UTF-8.", line: 3, column },
    ]);
  });

  it("gives a line to add that imports what the schema uses and may use", () => {
    const [finding] = readSubgraph(
      'extend type Area @key(fields: "id") { id: ID! @external a: Int @override }',
    ).findings;
    expect(finding?.remedy).toMatch(/import: \["@key", "@shareable", "@inaccessible", "@external"\]\)$/);
  });

  it("keeps messages short whatever the text is", () => {
    const { findings } = readSubgraph(`${"x".repeat(200_000)}`);
    expect(findings).toMatchObject([{ code: "SYNTAX" }]);
    expect(findings[0]?.message.length).toBeLessThan(700);
  });

  it("places a definition at its name, behind its description", () => {
    const { document } = readSubgraph(`${withVersion(9)}\n"""\nMany\nlines.\n"""\ntype A { b: Int }`);
    expect(placeOf(document?.definitions[2])).toEqual({ line: 7, column: 6 });
  });
});
