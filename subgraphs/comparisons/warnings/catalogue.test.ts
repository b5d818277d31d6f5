import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../kit/project-root";
import { comparabilityWarnings, createWarning } from "./catalogue";
import { fillTemplate } from "./fill-template";

const namesIn = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("the catalogue of warnings", () => {
  it.each(Object.entries(comparabilityWarnings))(
    "%s says the same in both languages and is on the page",
    (code, kind) => {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(namesIn(kind.sv)).toEqual(namesIn(kind.en));
      for (const text of [kind.sv, kind.en]) expect(text).toMatch(/[.}]$/);
      const page = readFileSync(join(projectRoot, "docs", "warnings.md"), "utf8");
      expect(page).toContain(`| \`${code}\` | ${kind.severity}. ${kind.about} “${kind.en}” “${kind.sv}” |`);
    },
  );
});

describe("a warning", () => {
  it("names municipalities in the words of each language, and their codes in order", () => {
    expect(createWarning("AMOUNTS_MISSING", ["2281", "0191"], { municipalities: ["Sigtuna", "Sundsvall"] })).toEqual({
      code: "AMOUNTS_MISSING",
      severity: "NOTE",
      municipalityCodes: ["0191", "2281"],
      message: {
        sv: "Belopp saknas för en eller flera poster i Sigtuna och Sundsvall. Saknat är inte noll.",
        en: "Amounts are missing for one or more records of Sigtuna and Sundsvall. Missing is not zero.",
      },
    });
  });

  it("names ten of many, and says how many others there are", () => {
    const towns = Array.from({ length: 12 }, (_, n) => `T${n + 1}`);
    expect(fillTemplate("{towns}.", { towns }, "en")).toBe("T1, T2, T3, T4, T5, T6, T7, T8, T9, T10 and 2 others.");
    expect(fillTemplate("{towns}.", { towns }, "sv")).toBe("T1, T2, T3, T4, T5, T6, T7, T8, T9, T10 och 2 andra.");
    expect(fillTemplate("{towns}.", { towns: towns.slice(1) }, "en")).toBe(
      "T2, T3, T4, T5, T6, T7, T8, T9, T10, T11 and T12.",
    );
  });

  it("takes words of both languages, and text with braces or dollars as it is", () => {
    const values = {
      kinds: [
        { sv: "Sökt", en: "Applied for" },
        { sv: "Avsatt", en: "Set aside" },
      ],
      name: "$& {kinds}",
    };
    expect(fillTemplate("{name}: {kinds}", values, "sv")).toBe("$& {kinds}: Sökt och Avsatt");
    expect(fillTemplate("{name}: {kinds}", values, "en")).toBe("$& {kinds}: Applied for and Set aside");
  });

  it("is not made with a hole in it", () => {
    expect(() => createWarning("AMOUNTS_MISSING", [])).toThrow("municipalities");
  });
});
