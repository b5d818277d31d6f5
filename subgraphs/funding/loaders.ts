import type { Reader } from "../../kit/database";
import { createGroupLoader, createLoader } from "../../kit/loader";
import type { SubgraphContext } from "../../kit/subgraph";
import { createAllocationRepository } from "./allocation.repository";
import { createFollowUpRepository } from "./follow-up/follow-up.repository";
import { createFundingSourceRepository } from "./funding-source.repository";
import { createGrantRepository } from "./grant.repository";
import { createPotRepository } from "./pot.repository";
import { createReportRepository } from "./reports/report.repository";
import { createTemplateRepository, templateKey } from "./templates/template.repository";

const ofInitiative = ({ initiativeId }: { initiativeId: string | null }) => initiativeId ?? "";

/** The room's loaders for one request. */
export function createLoaders(reader: Reader) {
  const fundingSources = createFundingSourceRepository(reader);
  const grants = createGrantRepository(reader);
  const pots = createPotRepository(reader);
  const allocations = createAllocationRepository(reader);
  const followUp = createFollowUpRepository(reader);
  const reports = createReportRepository(reader);
  const templates = createTemplateRepository(reader);
  return {
    fundingSources,
    pots,
    templates,
    fundingSource: createLoader(fundingSources.findFundingSourcesById, ({ id }) => id),
    fundingProgramme: createLoader(fundingSources.findFundingProgrammesById, ({ id }) => id),
    fundingProgrammesBySource: createGroupLoader(
      fundingSources.findFundingProgrammesBySource,
      ({ sourceId }) => sourceId,
    ),
    grant: createLoader(grants.findGrantsById, ({ id }) => id),
    grantsByInitiative: createGroupLoader(grants.findGrantsByInitiative, ofInitiative),
    grantEventsByGrant: createGroupLoader(grants.findGrantEventsByGrant, ({ grantId }) => grantId),
    pot: createLoader(pots.findPotsById, ({ id }) => id),
    potsByMunicipality: createGroupLoader(pots.findPotsByMunicipality, ({ municipalityCode }) => municipalityCode),
    contributionsByPot: createGroupLoader(pots.findContributionsByPot, ({ potId }) => potId),
    contributionsBySource: createGroupLoader(pots.findContributionsBySource, ({ sourceId }) => sourceId),
    contributionsByGrant: createGroupLoader(pots.findContributionsByGrant, ({ grantId }) => grantId ?? ""),
    allocation: createLoader(allocations.findAllocationsById, ({ id }) => id),
    allocationsByInitiative: createGroupLoader(allocations.findAllocationsByInitiative, ofInitiative),
    allocationSumsByInitiative: createGroupLoader(allocations.sumAllocationsByInitiative, ({ key }) => key),
    allocationSumsByPot: createGroupLoader(allocations.sumAllocationsByPot, ({ key }) => key),
    followUp,
    allocationsByGrant: createGroupLoader(followUp.findAllocationsByGrant, ({ grantId }) => grantId ?? ""),
    allocationsByPot: createGroupLoader(followUp.findAllocationsByPot, ({ potId }) => potId ?? ""),
    amountsByInitiative: createGroupLoader(allocations.findAmountsByInitiative, ofInitiative),
    report: createLoader(reports.findReportsById, ({ id }) => id),
    reportsByGrant: createGroupLoader(reports.findReportsByGrant, ({ grantId }) => grantId),
    versionsByReport: createGroupLoader(reports.findVersionsByReport, ({ reportId }) => reportId),
    reviewsByReport: createGroupLoader(reports.findReviewsByReport, ({ reportId }) => reportId),
    reportTemplate: createLoader(templates.findTemplatesByKey, templateKey),
  };
}

export type FundingContext = SubgraphContext<ReturnType<typeof createLoaders>>;
