import type { EntityManager } from "typeorm";
import { createWriter } from "../../kit/database";
import { type CertaintyValue, type FuzzyDateValue, type ImportRow, NATIONAL, type SourceValue } from "../../kit/record";
import { importAreas } from "../../subgraphs/areas/import";
import { refreshComparisons } from "../../subgraphs/comparisons/import";
import { type FundingImport, importFunding } from "../../subgraphs/funding/import";
import type { CodeRow } from "../../subgraphs/initiatives/code.entity";
import { type InitiativesImport, importInitiatives } from "../../subgraphs/initiatives/import";
import { importOrganisations } from "../../subgraphs/organisations/import";
import type { TestDatabase } from "./database";
import type { House, HouseMoney, HouseMunicipality, HouseOrganisation, HouseSource } from "./house";

const emptyInitiatives: Omit<InitiativesImport, "owner"> = {
  codes: [],
  sourceDocuments: [],
  programmes: [],
  initiatives: [],
  participations: [],
  targets: [],
  results: [],
  milestones: [],
  decisions: [],
  consultations: [],
  calls: [],
};

const emptyFunding: Omit<FundingImport, "owner"> = {
  fundingSources: [],
  fundingProgrammes: [],
  grants: [],
  grantEvents: [],
  pots: [],
  potContributions: [],
  allocations: [],
  initiativeAmounts: [],
};

const sourcesOf = (documentIds: readonly string[]): SourceValue[] =>
  documentIds.map((documentId) => ({ documentId, locator: null, quote: null, field: null }));

const provenance = (documentIds: readonly string[] = []) => ({ sources: sourcesOf(documentIds), qualityNotes: [] });

const dateIn = (year: number | null, certainty: CertaintyValue | null): FuzzyDateValue | null =>
  year === null || certainty === null ? null : { value: String(year), precision: "YEAR", certainty };

const supplyOf = (owner: string) => ({
  municipalityCode: owner,
  door: "DATA_PACKAGE" as const,
  name: `house-${owner}`,
  version: null,
  fingerprint: "",
  recordCount: 0,
});

const organisationsOf = (owner: string, organisations: readonly HouseOrganisation[]) =>
  organisations.map(({ id, kind }) => ({
    ...provenance(),
    municipalityCode: owner,
    id,
    kind,
    name: `Organisation ${id}`,
    aliases: [],
    legalForm: null,
    organisationNumber: null,
    parentId: null,
    description: null,
    contacts: [],
  }));

const fundingSourcesOf = (owner: string, sources: readonly HouseSource[]) =>
  sources.map(({ id, kind }) => ({
    ...provenance(),
    municipalityCode: owner,
    id,
    kind,
    name: `Källa ${id}`,
    organisationId: null,
  }));

/** Every code that the house uses, labelled by itself. */
function codesOf(house: House): ImportRow<CodeRow>[] {
  const initiatives = house.municipalities.flatMap((municipality) => municipality.initiatives);
  const lists = {
    THEME: initiatives.flatMap(({ themes }) => themes),
    TARGET_GROUP: initiatives.flatMap(({ targetGroups }) => targetGroups),
    STRATEGY_AREA: initiatives.flatMap(({ strategyArea }) => strategyArea ?? []),
    INSTRUMENT: initiatives.flatMap(({ instrument }) => instrument ?? []),
  };
  return (Object.keys(lists) as (keyof typeof lists)[]).flatMap((list) =>
    [...new Set(lists[list])].sort().map((code, position) => ({
      ...provenance(),
      list,
      code,
      position,
      label: { sv: `${code} sv`, en: `${code} en` },
      cofog: [],
      sdgTargets: [],
      koladaKpis: [],
    })),
  );
}

async function writeNational(manager: EntityManager, house: House): Promise<void> {
  const { municipalities, sources, organisations } = house;
  const countyCodes = [...new Set(municipalities.map(({ countyCode }) => countyCode))];
  await importAreas(manager, {
    owner: NATIONAL,
    counties: countyCodes.map((code) => ({ ...provenance(), code, name: `Län ${code}` })),
    municipalities: municipalities.map(({ code, name, countyCode }) => ({
      ...provenance(),
      code,
      name,
      countyCode,
      slug: `kommun-${code}`,
      organisationNumber: null,
      latitude: null,
      longitude: null,
    })),
    populations: municipalities.flatMap(({ code, populations }) =>
      populations.map((population) => ({ ...provenance(), ...population, municipalityCode: code })),
    ),
    areas: [],
    supply: supplyOf(NATIONAL),
  });
  await importOrganisations(manager, { owner: NATIONAL, organisations: organisationsOf(NATIONAL, organisations) });
  await importInitiatives(manager, { ...emptyInitiatives, owner: NATIONAL, codes: codesOf(house) });
  await importFunding(manager, {
    ...emptyFunding,
    owner: NATIONAL,
    fundingSources: fundingSourcesOf(NATIONAL, sources),
  });
}

function initiativesOf(municipality: HouseMunicipality): InitiativesImport {
  const { code } = municipality;
  const documentIds = ["beslut", "nyhet", "bilaga"].map((name) => `${code}-${name}`);
  const participation = (initiativeId: string, role: string) => (organisationId: string) => ({
    ...provenance(),
    municipalityCode: code,
    initiativeId,
    programmeId: "",
    organisationId,
    role,
    certainty: "STATED" as const,
    note: null,
  });
  return {
    ...emptyInitiatives,
    owner: code,
    sourceDocuments: documentIds.map((id) => ({
      ...provenance(),
      municipalityCode: code,
      id,
      title: `Dokument ${id}`,
      publisherId: null,
      kind: "NEWS",
      publishedOn: null,
      modifiedOn: null,
      url: null,
      registrationNumbers: [],
    })),
    programmes: municipality.programmes.map(({ id, parentId }) => ({
      ...provenance(),
      municipalityCode: code,
      id,
      parentId,
      name: `Satsning ${id}`,
      aliases: [],
      purpose: null,
      description: null,
      startYear: null,
    })),
    initiatives: municipality.initiatives.map((initiative) => ({
      ...provenance(initiative.documentIds),
      municipalityCode: code,
      id: initiative.id,
      name: `Insats ${initiative.id}`,
      aliases: [],
      description: null,
      programmeId: initiative.programmeId,
      status: initiative.status,
      statusHistory: initiative.statusCertainty
        ? [
            {
              status: initiative.status,
              date: dateIn(initiative.firstYear, initiative.statusDateCertainty),
              certainty: initiative.statusCertainty,
              note: null,
              sources: [],
            },
          ]
        : [],
      isPilot: false,
      isReserve: initiative.isReserve,
      plannedPeriod: { start: dateIn(initiative.firstYear, initiative.startCertainty), end: null },
      actualPeriod: { start: null, end: dateIn(initiative.lastYear, initiative.endCertainty) },
      firstYear: initiative.firstYear,
      lastYear: initiative.lastYear,
      strategyArea: initiative.strategyArea,
      themes: initiative.themes,
      targetGroups: initiative.targetGroups,
      instrument: initiative.instrument,
      classification: initiative.classificationCertainty && {
        classifiedBy: "redaktionen",
        classifiedOn: "2026-01-01",
        certainty: initiative.classificationCertainty,
        cofog: [],
        sdgTargets: [],
      },
      areaIds: initiative.areaIds,
      areaStatement: null,
      hasAmount: false,
    })),
    participations: municipality.initiatives.flatMap(({ id, responsibleIds, partnerIds }) => [
      ...responsibleIds.map(participation(id, "RESPONSIBLE")),
      ...partnerIds.map(participation(id, "PARTNER")),
    ]),
    targets: municipality.targets.map(({ documentIds: cited, ...target }) => ({
      ...provenance(cited),
      ...target,
      municipalityCode: code,
      indicator: `Mål ${target.id}`,
      statement: { sv: "Mål", en: null },
      direction: null,
      unit: null,
      baseline: null,
      deadline: null,
    })),
  };
}

function fundingOf(municipality: HouseMunicipality): FundingImport {
  const { code } = municipality;
  const owned = (id: string, documentIds: readonly string[]) => ({
    ...provenance(documentIds),
    municipalityCode: code,
    id,
  });
  const moneyOf = <Kind>({
    value,
    kind,
    year,
    yearCertainty,
    certainty,
    precision,
  }: Omit<HouseMoney, "kind"> & { kind: Kind }) => ({
    value,
    kind,
    year,
    yearCertainty,
    certainty,
    precision,
    asPrinted: null,
  });
  return {
    ...emptyFunding,
    owner: code,
    fundingSources: fundingSourcesOf(code, municipality.sources),
    grants: municipality.grants.map((grant) => ({
      ...owned(grant.id, grant.documentIds),
      name: `Bidrag ${grant.id}`,
      sourceId: grant.sourceId,
      programmeId: null,
      programmeCertainty: null,
      recipientId: grant.recipientId,
      initiativeId: grant.initiativeId,
    })),
    grantEvents: municipality.grants.flatMap((grant) =>
      grant.events.map((event, position) => ({
        ...owned(event.id, event.documentIds),
        ...moneyOf(event),
        grantId: grant.id,
        position,
        date: null,
        actorId: null,
        note: null,
      })),
    ),
    pots: municipality.pots.map((pot) => ({
      ...owned(pot.id, pot.documentIds),
      name: `Pott ${pot.id}`,
      year: pot.year,
      yearCertainty: pot.yearCertainty,
      total: { ...pot.total, year: pot.year, yearCertainty: pot.yearCertainty, asPrinted: null },
      statedAllocationCount: null,
      statedAllocated: null,
      statedUnallocated: null,
    })),
    potContributions: municipality.pots.flatMap((pot) =>
      pot.contributions.map((contribution) => ({
        ...provenance(),
        ...moneyOf(contribution),
        municipalityCode: code,
        potId: pot.id,
        sourceId: contribution.sourceId,
        grantId: contribution.grantId,
      })),
    ),
    allocations: municipality.allocations.map((allocation) => ({
      ...owned(allocation.id, allocation.documentIds),
      ...moneyOf(allocation),
      initiativeId: allocation.initiativeId,
      potId: allocation.potId,
      grantId: allocation.grantId,
      sourceId: allocation.sourceId,
      responsibleIds: allocation.responsibleIds,
      statedShares: allocation.statedShares.map((share) => ({ ...share, sources: [] })),
    })),
    initiativeAmounts: municipality.initiativeAmounts.map((amount) => ({
      ...owned(amount.id, amount.documentIds),
      ...moneyOf(amount),
      initiativeId: amount.initiativeId,
      note: null,
    })),
  };
}

/** Makes the rows of one owner, a municipality code or NATIONAL, what the house says; the read model is left as it is. */
export async function writeOwner(manager: EntityManager, house: House, owner: string): Promise<void> {
  if (owner === NATIONAL) return writeNational(manager, house);
  const municipality = house.municipalities.find(({ code }) => code === owner);
  if (!municipality) throw new Error(`The house has no municipality ${owner}.`);
  const areaIds = [...new Set(municipality.initiatives.flatMap((initiative) => initiative.areaIds))].sort();
  await importAreas(manager, {
    owner,
    counties: [],
    municipalities: [],
    populations: [],
    areas: areaIds.map((id) => ({
      ...provenance(),
      municipalityCode: owner,
      id,
      name: `Område ${id}`,
      aliases: [],
      kind: "DISTRICT",
      parentId: null,
      isPriority: false,
      goal: null,
      description: null,
      latitude: null,
      longitude: null,
      regsoCodes: [],
      areaTypes: [],
      populationStatement: null,
      leadOrganisationIds: [],
    })),
    supply: supplyOf(owner),
  });
  await importOrganisations(manager, { owner, organisations: organisationsOf(owner, municipality.organisations) });
  await importInitiatives(manager, initiativesOf(municipality));
  await importFunding(manager, fundingOf(municipality));
}

/**
 * Makes the rooms of a migrated database hold the house and nothing else, and brings the read model up to date, in one
 * transaction. A house may take the place of another one in the same database.
 */
export async function writeHouse(database: Pick<TestDatabase, "url">, house: House): Promise<void> {
  const dataSource = createWriter(database.url);
  await dataSource.initialize();
  try {
    await dataSource.transaction(async (manager) => {
      const owners = [NATIONAL, ...house.municipalities.map(({ code }) => code)];
      for (const owner of owners) await writeOwner(manager, house, owner);
      await refreshComparisons(manager, owners);
    });
  } finally {
    await dataSource.destroy();
  }
}
