import { inLanguage } from "../../../kit/value-resolvers";
import { openComparison } from "../comparison/open-comparison";
import { loadPage } from "../comparison/rows";
import { permalinkOf } from "../files/link";
import type { Resolvers } from "../generated/types";
import { readQuestion } from "../input/read-question";
import { refuseMisleading } from "../warnings/refuse-misleading";

const numberOf = (value: string | null) => (value === null ? null : Number(value));
const references = (ids: readonly string[]) => ids.map((id) => ({ id }));

/** Municipalities side by side. */
export const comparison: Pick<Resolvers, "Comparison" | "ComparisonRow" | "ComparisonKey"> & {
  readonly Query: Required<Pick<NonNullable<Resolvers["Query"]>, "comparison">>;
} = {
  Query: {
    // One state of the data for id, rows and warnings.
    comparison: (_, { input }, { loaders }) =>
      loaders.snapshot(async (reader) => {
        const frame = await openComparison(reader, await readQuestion(reader, input));
        if (input.strict) refuseMisleading(frame.warnings);
        return { ...frame, ...(await loadPage(reader, frame, { ...input, first: input.first ?? 100 })) };
      }),
  },
  Comparison: {
    measure: ({ input }) => input.measure,
    level: ({ input }) => input.level,
    total: ({ total }) => numberOf(total),
    async coverage({ municipalityCodes }, _, { loaders }) {
      const found = await loaders.coverage.loadMany(municipalityCodes);
      return found.flatMap((coverage) => {
        if (coverage instanceof Error) throw coverage;
        return coverage ?? [];
      });
    },
    sources: async ({ municipalityCodes }, _, { loaders }) =>
      references(await loaders.citations.findDocumentsCited(municipalityCodes)),
    permalink: (frame, _, { loaders }) => permalinkOf(loaders.publicUrl(), frame),
    csvUrl: (frame, _, { loaders }) => `${permalinkOf(loaders.publicUrl(), frame)}.csv`,
    xlsxUrl: (frame, _, { loaders }) => `${permalinkOf(loaders.publicUrl(), frame)}.xlsx`,
    jsonUrl: (frame, _, { loaders }) => `${permalinkOf(loaders.publicUrl(), frame)}.json`,
    metadataUrl: (frame, _, { loaders }) => `${permalinkOf(loaders.publicUrl(), frame)}.metadata.json`,
  },
  ComparisonRow: {
    value: ({ value }) => numberOf(value),
  },
  ComparisonKey: {
    label: ({ code, label }, { language }) => inLanguage(label, language) ?? code,
  },
};
