import type { AreasImport } from "../../subgraphs/areas/import";
import type { FundingImport } from "../../subgraphs/funding/import";
import type { InitiativesImport } from "../../subgraphs/initiatives/import";
import type { OrganisationsImport } from "../../subgraphs/organisations/import";
import { isCitable } from "../checks/citations";
import type { Delivery } from "../table";
import { areaRows } from "./areas";
import { fundingRows } from "./funding";
import { initiativeRows } from "./initiatives";
import { organisationRows } from "./organisations";
import { indexProvenance } from "./provenance";

/** A delivery as each room stores it. */
export interface DeliveryRows {
  readonly areas: AreasImport;
  readonly organisations: OrganisationsImport;
  readonly initiatives: InitiativesImport;
  readonly funding: FundingImport;
}

/** Maps a delivery without mistakes to the rows of the rooms. */
export function toRows(delivery: Delivery, fingerprint: string): DeliveryRows {
  const provenance = indexProvenance(delivery);
  const { owner, name, version } = delivery;
  return {
    areas: {
      ...areaRows(delivery, provenance),
      supply: {
        municipalityCode: owner,
        door: "DATA_PACKAGE",
        name,
        version,
        fingerprint,
        recordCount: countRecords(delivery),
      },
    },
    organisations: organisationRows(delivery, provenance),
    initiatives: initiativeRows(delivery, provenance),
    funding: fundingRows(delivery, provenance),
  };
}

/** Records of the delivery; sources and notes are what is said of them. */
export function countRecords({ tables }: Delivery): number {
  return [...tables].reduce((count, [name, { rows }]) => count + (isCitable(name) ? rows.length : 0), 0);
}
