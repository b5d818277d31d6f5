import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { all, sql } from "../../kit/sql";
import type { DataSupplyRow } from "./data-supply.entity";
import { dataSupplyEntity } from "./data-supply.entity";
import { type MunicipalityRow, municipalityEntity } from "./municipality.entity";
import { type PopulationRow, populationEntity } from "./population.entity";

const columns = columnsOf(municipalityEntity, "m");

export function createMunicipalityRepository(reader: Reader) {
  return {
    /**
     * @param codes only these; undefined for every municipality
     * @param withData whether it has delivered data here; undefined for both
     */
    findMunicipalities(codes: readonly string[] | null | undefined, withData: boolean | null | undefined) {
      const delivered = sql`EXISTS (SELECT FROM data_supply s WHERE s.municipality_code = m.code AND s.withdrawn_at IS NULL)`;
      return reader.rows<MunicipalityRow>(
        "findMunicipalities",
        sql`SELECT ${columns} FROM municipality m WHERE ${all([
          sql`m.withdrawn_at IS NULL`,
          codes ? sql`m.code = ANY(${codes})` : undefined,
          withData === true ? delivered : undefined,
          withData === false ? sql`NOT ${delivered}` : undefined,
        ])} ORDER BY m.code`,
      );
    },
    findMunicipalitiesByCode: (codes: readonly string[]) =>
      reader.rows<MunicipalityRow>(
        "findMunicipalitiesByCode",
        sql`SELECT ${columns} FROM municipality m WHERE m.code = ANY(${codes})`,
      ),
    findMunicipalitiesByCounty: (countyCodes: readonly string[]) =>
      reader.rows<MunicipalityRow>(
        "findMunicipalitiesByCounty",
        sql`SELECT ${columns} FROM municipality m WHERE m.county_code = ANY(${countyCodes}) AND m.withdrawn_at IS NULL ORDER BY m.code`,
      ),
    findPopulationsByMunicipality: (codes: readonly string[]) =>
      reader.rows<PopulationRow>(
        "findPopulationsByMunicipality",
        sql`SELECT ${columnsOf(populationEntity, "p")} FROM population p WHERE p.municipality_code = ANY(${codes}) AND p.withdrawn_at IS NULL ORDER BY p.year DESC`,
      ),
    findSupplyByMunicipality: (codes: readonly string[]) =>
      reader.rows<DataSupplyRow>(
        "findSupplyByMunicipality",
        sql`SELECT ${columnsOf(dataSupplyEntity, "s")} FROM data_supply s WHERE s.municipality_code = ANY(${codes}) AND s.withdrawn_at IS NULL ORDER BY s.door, s.name`,
      ),
  };
}
