import type { EntityManager } from "typeorm";
import { type ImportRow, NATIONAL } from "../../kit/record";
import { type RowChanges, replaceRows } from "../../kit/replace-rows";
import { type AreaRow, areaEntity } from "./area.entity";
import { type CountyRow, countyEntity } from "./county.entity";
import { type DataSupplyRow, dataSupplyEntity } from "./data-supply.entity";
import { type MunicipalityRow, municipalityEntity } from "./municipality.entity";
import { type PopulationRow, populationEntity } from "./population.entity";

export interface AreasImport {
  /** Municipality code, or NATIONAL for the reference data. */
  readonly owner: string;
  readonly counties: readonly ImportRow<CountyRow>[];
  readonly municipalities: readonly ImportRow<MunicipalityRow>[];
  readonly populations: readonly ImportRow<PopulationRow>[];
  readonly areas: readonly ImportRow<AreaRow>[];
  /** The delivery itself; it takes the place of what the owner delivered through the same door before. */
  readonly supply: ImportRow<DataSupplyRow>;
}

/**
 * Makes the owner's rows in this room equal to those given, inside the caller's transaction.
 * @returns what changed, by table
 */
export async function importAreas(manager: EntityManager, data: AreasImport): Promise<Record<string, RowChanges>> {
  const scope = { municipality_code: data.owner };
  const national = data.owner === NATIONAL;
  return {
    ...(national && {
      county: await replaceRows(manager, countyEntity, {}, data.counties),
      municipality: await replaceRows(manager, municipalityEntity, {}, data.municipalities),
      population: await replaceRows(manager, populationEntity, {}, data.populations),
    }),
    area: await replaceRows(manager, areaEntity, scope, data.areas),
    data_supply: await replaceRows(manager, dataSupplyEntity, { ...scope, door: data.supply.door }, [data.supply]),
  };
}

/**
 * What has been accepted so far, so that a delivery that has not changed need not be loaded again.
 * @returns the fingerprint of the content by owner and name, such as "2181/kommungraf-2181-sandviken"
 */
export async function readFingerprints(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ key: string; fingerprint: string }[]>(
    `/* readFingerprints */
    SELECT municipality_code || '/' || name AS key, fingerprint
    FROM areas.data_supply
    WHERE door = 'DATA_PACKAGE' AND result = 'ACCEPTED' AND withdrawn_at IS NULL`,
  );
  return new Map(rows.map(({ key, fingerprint }) => [key, fingerprint]));
}
