import { coloured, plain } from "../compare/style";
import type { AnsweredFinding } from "./answers";
import { githubAnnotations, notACommand } from "./github-annotations";
import { renderChanges } from "./render-changes";
import { renderFindings } from "./render-findings";

const sdl = "type Query {\n  plats: Plats\n}\n";
const error: AnsweredFinding = {
  code: "FIELD_NAME",
  severity: "ERROR",
  message: "The field plats does not begin with sandviken.",
  remedy: "Name it sandvikenPlats.",
  coordinate: "Query.plats",
  line: 2,
  column: 3,
};
const warning: AnsweredFinding = {
  code: "NO_DESCRIPTION",
  severity: "WARNING",
  message: "Nothing is described.",
  remedy: "Describe it.",
};

describe("findings for people", () => {
  it("stand errors first, with code, place, the line with a caret, and what to do", () => {
    expect(renderFindings([warning, error], { sdl, file: "min/schema.graphql" }, plain)).toEqual([
      "1 error",
      "",
      "FIELD_NAME  min/schema.graphql:2:3  Query.plats",
      "  The field plats does not begin with sandviken.",
      "    2 |   plats: Plats",
      "      |   ^",
      "  Name it sandvikenPlats.",
      "",
      "1 warning",
      "",
      "NO_DESCRIPTION",
      "  Nothing is described.",
      "  Describe it.",
      "",
    ]);
  });

  it("name the line alone when the schema is in no file", () => {
    expect(renderFindings([error], { sdl }, plain)[2]).toBe("FIELD_NAME  line 2:3  Query.plats");
  });

  it("cannot steer the terminal, whatever the schema holds", () => {
    const hostile = { ...error, message: "\u001b[2J\u202egone\r\n::error::x", coordinate: "Query.\u0007" };
    const text = renderFindings([hostile], { sdl, file: "a" }, plain).join("\n");
    expect(text).not.toMatch(/[\p{Bidi_Control}]|(?!\n)\p{Cc}/u);
  });

  it("have colours when asked to", () => {
    expect(renderFindings([error], { sdl }, coloured).join("\n")).toContain("\u001b[");
    expect(renderFindings([error], { sdl }, plain).join("\n")).not.toContain("\u001b[");
  });
});

describe("changes for people", () => {
  it("are counted, and those that could hurt are told with whether they are in use", () => {
    const change = (criticality: "BREAKING" | "DANGEROUS" | "SAFE", isUsed: boolean) => ({
      criticality,
      isUsed,
      coordinate: "Area.sandviken",
      message: `Something ${criticality.toLowerCase()}.`,
    });
    const changes = [
      change("SAFE", false),
      change("DANGEROUS", false),
      change("BREAKING", true),
      change("SAFE", false),
    ];
    expect(renderChanges(changes, plain)).toEqual([
      "Changes to the public schema: 1 breaking, 1 dangerous, 2 safe",
      "  breaking Something breaking. (in use)",
      "  dangerous Something dangerous. (not in use)",
      "",
    ]);
    expect(renderChanges([], plain)).toEqual([]);
  });
});

describe("annotations for GitHub Actions", () => {
  it("say file, line, column, code, what and what to do", () => {
    expect(githubAnnotations([error, warning], { sdl, file: "schema.graphql" })).toEqual([
      "::error file=schema.graphql,line=2,col=3,title=FIELD_NAME::Query.plats: The field plats does not begin with sandviken. Name it sandvikenPlats.",
      "::warning title=NO_DESCRIPTION::Nothing is described. Describe it.",
    ]);
  });

  it("keep the message and what to do apart", () => {
    const [line] = githubAnnotations([{ ...warning, message: "Something was added" }], { sdl });
    expect(line).toBe("::warning title=NO_DESCRIPTION::Something was added. Describe it.");
  });

  it("are about no file when the schema is in none", () => {
    expect(githubAnnotations([error], { sdl })[0]).toMatch(/^::error title=FIELD_NAME::/);
  });

  it("are one line each and escaped as GitHub has it", () => {
    const hostile = { ...error, code: "A:B,C", message: "100 % done\n::set-output name=x::y", coordinate: "Query.a" };
    const [line = ""] = githubAnnotations([hostile], { sdl, file: "a,b:c%.graphql" });
    expect(line).toBe(
      "::error file=a%2Cb%3Ac%25.graphql,line=2,col=3,title=A%3AB%2CC::Query.a: 100 %25 done ::set-output name=x::y. Name it sandvikenPlats.",
    );
  });

  it.each([
    ["::add-mask::x", ": :add-mask::x"],
    ["  ::error::x", "  : :error::x"],
    ["##[group]x", "# #[group]x"],
    ["Sandviken::Query", "Sandviken::Query"],
  ])("are not made by other lines: %s", (line, shown) => {
    expect(notACommand(line)).toBe(shown);
  });
});
