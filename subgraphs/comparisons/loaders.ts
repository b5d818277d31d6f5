import type { Reader } from "../../kit/database";
import { createGroupLoader, createLoader } from "../../kit/loader";
import type { Snapshot, SubgraphContext } from "../../kit/subgraph";
import { createCitationRepository } from "./comparison/citation.repository";
import { createCoverageRepository } from "./coverage/coverage.repository";
import { findQualityNotes } from "./coverage/quality-notes";

/** What the room's resolvers reach for one request. */
export function createLoaders(reader: Reader, snapshot: Snapshot, publicUrl: () => string) {
  const coverages = createCoverageRepository(reader);
  return {
    reader,
    snapshot,
    publicUrl,
    citations: createCitationRepository(reader),
    coverages,
    qualityNotes: createGroupLoader(
      (codes: readonly string[]) => findQualityNotes(reader, codes),
      ({ municipalityCode }) => municipalityCode,
    ),
    coverage: createLoader(coverages.findCoverageByCode, ({ municipalityCode }) => municipalityCode),
  };
}

export type ComparisonsContext = SubgraphContext<ReturnType<typeof createLoaders>>;
