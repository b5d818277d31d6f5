import type { EntityManager } from "typeorm";
import { readNationalCodes } from "../subgraphs/areas/import";
import { readNationalFunding } from "../subgraphs/funding/import";
import { readNationalWords } from "../subgraphs/initiatives/import";
import { readNationalOrganisations } from "../subgraphs/organisations/import";
import type { KnownRecords } from "./checks/key-index";

/** The national records in the hub, by the table of the reference package that they came in. */
export async function readKnownRecords(manager: EntityManager): Promise<KnownRecords> {
  const { counties, municipalities } = await readNationalCodes(manager);
  const { fundingSources, fundingProgrammes } = await readNationalFunding(manager);
  const { codes, sourceDocuments } = await readNationalWords(manager);
  return new Map([
    ["counties", new Set(counties)],
    ["municipalities", new Set(municipalities)],
    ["organisations", new Set(await readNationalOrganisations(manager))],
    ["funding-sources", new Set(fundingSources)],
    ["funding-programmes", new Set(fundingProgrammes)],
    ["code-lists", new Set(codes.map(({ list, code }) => `${list}/${code}`))],
    ["source-documents", new Set(sourceDocuments)],
  ]);
}
