import type { AnsweredFinding } from "./answers";
import { withPlaces } from "./find-place";

const sdl = `extend schema @link(url: "x")

type Area @key(fields: "id") {
  id: ID!
  "Mötesplatser."
  sandviken(first: Int): Sandviken @deprecated
}

enum SandvikenKind { OPEN }
`;

const about = (coordinate?: string): AnsweredFinding => ({
  ...{ code: "X", severity: "ERROR", message: "It is wrong.", remedy: "Mend it." },
  ...(coordinate !== undefined && { coordinate }),
});
const placeOf = (coordinate?: string, text = sdl) => {
  const [{ line, column } = about()] = withPlaces([about(coordinate)], { sdl: text });
  return [line, column];
};

describe("the place of what a finding is about", () => {
  it.each([
    ["Area", 3, 6],
    ["Area.sandviken", 6, 3],
    ["Area.sandviken(first:)", 6, 13],
    ["SandvikenKind.OPEN", 9, 22],
    ["@deprecated", 6, 37],
  ])("%s is found in the schema", (coordinate, line, column) => {
    expect(placeOf(coordinate)).toEqual([line, column]);
  });

  it("is not made up for what is not declared, for the whole, or in a text that is no schema", () => {
    for (const coordinate of ["Area.other", "Other", "Area.sandviken(last:)", undefined]) {
      expect([coordinate, ...placeOf(coordinate)]).toEqual([coordinate, undefined, undefined]);
    }
    expect(placeOf("Area", "type Area {")).toEqual([undefined, undefined]);
  });

  it("stays as the registry says it", () => {
    const told = { ...about("Area"), line: 1, column: 1 };
    expect(withPlaces([told], { sdl })).toEqual([told]);
  });
});
