import type { Finding, FindingCode, Severity } from "../findings";
import { notToldYet } from "./not-told-yet";

const finding = (code: FindingCode, coordinate?: string, severity: Severity = "ERROR", message = ""): Finding => ({
  code,
  severity,
  message,
  remedy: "",
  ...(coordinate === undefined ? {} : { coordinate }),
});

describe.each<[FindingCode, Severity]>([
  ["REACHES_OTHERS", "ERROR"],
  ["COMPOSITION", "ERROR"],
  ["PROBE_SDL_DIFFERS", "ERROR"],
  ["PROBE_SDL_DIFFERS", "WARNING"],
])("what may follow from another mistake (%s, %s)", (code, severity) => {
  const left = (about: string | undefined, ...others: Finding[]) =>
    notToldYet([finding(code, about, severity)], others).length;

  it.each([
    ["at the same place", "Area.name", "Area.name"],
    ["about the type", "Area.name", "Area"],
    ["about the field", "Area.name(first:)", "Area.name"],
  ])("is left out when another error has told it: %s", (_, about, place) => {
    expect(left(about, finding("NAME_NOT_OWN", place))).toBe(0);
  });

  it("is told when no other error is about it", () => {
    expect(left("Area.name")).toBe(1);
    expect(left(undefined, finding("NAME_NOT_OWN", "Area"))).toBe(1);
    expect(left("Area.name", finding("NAME_NOT_OWN", "Area.names"), finding("NAME_NOT_OWN", "Are"))).toBe(1);
    expect(left("Area", finding("NO_DESCRIPTION", "Area", "WARNING"), finding("SYNTAX"))).toBe(1);
  });
});

it.each<[string, number, FindingCode, string | undefined]>([
  ["about a part of the same", 0, "ENTITY_KEY_FIELD", "Area.id"],
  ["about a directive that it names", 0, "NOT_IMPORTED", "@shareable"],
  ["about the @link, which changes what all directives are", 0, "FEDERATION_MISSING", undefined],
  ["about another directive", 1, "NOT_IMPORTED", "@share"],
])("composing is not told beside an error %s: %i left", (_, count, code, coordinate) => {
  const composing = finding("COMPOSITION", "Area", "ERROR", 'Unknown directive "@shareable".');
  expect(notToldYet([composing], [finding(code, coordinate)])).toHaveLength(count);
});

it("what shows in the whole, or at the endpoint, is told beside an error about a part of it", () => {
  const found = [finding("REACHES_OTHERS", "Area"), finding("PROBE_SDL_DIFFERS", "Area")];
  expect(notToldYet(found, [finding("NAME_NOT_OWN", "Area.name"), finding("FEDERATION_MISSING")])).toEqual(found);
});

it("other findings are left alone", () => {
  const others = [finding("COMPOSITION_TOO_HEAVY"), finding("PROBE_ENTITIES", "Area")];
  expect(notToldYet(others, [finding("NAME_NOT_OWN", "Area")])).toEqual(others);
});
