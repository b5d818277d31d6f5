import { rmSync } from "node:fs";
import { checkPackages } from "../check-packages";
import type { Mistake } from "../mistake";
import type { Limits } from "../package/limits";
import { type PackageDraft, temporaryFolder } from "./package-draft";
import { municipalityDraft, referenceDraft } from "./small-packages";

/** One kind of wrong package: how it is broken, and the one mistake that is told. */
export interface WrongPackage {
  readonly title: string;
  /** Breaks the municipality's package, or the reference package. */
  readonly break: (draft: PackageDraft, reference: PackageDraft) => void;
  readonly limits?: Partial<Limits>;
  readonly mistake: Pick<Mistake, "code" | "file" | "row" | "column" | "value"> & {
    /** Words that the remedy has. */
    readonly remedy: string;
  };
}

/** Writes both packages, breaks one and gives every mistake that is found. */
export async function mistakesOf(
  breakOne: WrongPackage["break"],
  limits?: Partial<Limits>,
): Promise<readonly Mistake[]> {
  const root = temporaryFolder();
  try {
    const municipality = municipalityDraft();
    const reference = referenceDraft();
    breakOne(municipality, reference);
    const folders = [municipality.write(root), reference.write(root)];
    const { mistakes } = await checkPackages(folders, {
      today: new Date("2026-11-22"),
      ...(limits && { limits: allLimits(limits) }),
    });
    return mistakes;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function allLimits(limits: Partial<Limits>): Limits {
  return {
    descriptorBytes: 1e6,
    fileBytes: 1e6,
    packageBytes: 1e7,
    rows: 1000,
    tableBytes: 1e6,
    cellCharacters: 1000,
    ...limits,
  };
}

/** A test for each: exactly one mistake, in the right place, with the remedy. */
export function describeWrongPackages(cases: readonly WrongPackage[]): void {
  test.each(cases)("$title", async ({ break: breakOne, limits, mistake: { remedy, ...place } }) => {
    const mistakes = await mistakesOf(breakOne, limits);
    expect(mistakes).toEqual([{ ...place, message: expect.any(String), remedy: expect.stringContaining(remedy) }]);
  });
}
