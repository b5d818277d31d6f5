import type { EntityManager } from "typeorm";
import { type ImportRow, NATIONAL } from "../../kit/record";
import { type RowChanges, replaceRows } from "../../kit/replace-rows";
import { type AreaRow, areaEntity } from "./area.entity";
import { type CountyRow, countyEntity } from "./county.entity";
import { type AcceptedSupplyRow, acceptedSupplyEntity, type SupplyDoor } from "./data-supply.entity";
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
  readonly supply: ImportRow<AcceptedSupplyRow>;
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
    data_supply: await replaceRows(manager, acceptedSupplyEntity, { ...scope, door: data.supply.door }, [data.supply]),
  };
}

/** What is known of an owner's latest delivery through a door. */
export interface Supply {
  readonly owner: string;
  readonly door: SupplyDoor;
  readonly name: string;
  /** Of the content that was last accepted, so that what has not changed need not be loaded again. */
  readonly fingerprint: string;
  readonly isSeed: boolean;
}

/** What has been accepted so far, from every owner and through every door. */
export function readSupplies(manager: EntityManager): Promise<Supply[]> {
  return manager.query<Supply[]>(
    `/* readSupplies */
    SELECT municipality_code AS owner, door, name, fingerprint, is_seed AS "isSeed"
    FROM areas.data_supply WHERE withdrawn_at IS NULL`,
  );
}

/** Notes that the owner's latest delivery was accepted; a delivery that brought nothing new leaves no trace. */
export async function recordAccepted(
  manager: EntityManager,
  { owner, door, isSeed }: Pick<Supply, "owner" | "door" | "isSeed">,
): Promise<void> {
  await manager.query(
    `/* recordAccepted */
    UPDATE areas.data_supply SET result = 'ACCEPTED', is_seed = $3, attempted_at = now()
    WHERE municipality_code = $1 AND door = $2 AND withdrawn_at IS NULL
      AND (result <> 'ACCEPTED' OR is_seed <> $3 OR attempted_at < changed_at)`,
    [owner, door, isSeed],
  );
}

/** Notes that the owners' latest deliveries were refused; what was accepted before stays as it is. */
export async function recordRefused(
  manager: EntityManager,
  owners: readonly string[],
  door: SupplyDoor,
): Promise<void> {
  await manager.query(
    `/* recordRefused */
    UPDATE areas.data_supply SET result = 'REFUSED', attempted_at = now()
    WHERE municipality_code = ANY($1) AND door = $2 AND withdrawn_at IS NULL`,
    [owners, door],
  );
}

/** Codes of the counties and municipalities, which every delivery may refer to. */
export async function readNationalCodes(
  manager: EntityManager,
): Promise<{ counties: readonly string[]; municipalities: readonly string[] }> {
  const codes = async (table: string) => {
    const rows = await manager.query<{ code: string }[]>(
      `/* readNationalCodes */ SELECT code FROM areas.${table} WHERE withdrawn_at IS NULL`,
    );
    return rows.map(({ code }) => code);
  };
  return { counties: await codes("county"), municipalities: await codes("municipality") };
}
