import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { ownerOf } from "../../kit/record";
import { all, type Sql, sql } from "../../kit/sql";
import { type PotRow, potEntity } from "./pot.entity";
import { type PotContributionRow, potContributionEntity } from "./pot-contribution.entity";

const columns = columnsOf(potEntity, "p");
const contributionColumns = columnsOf(potContributionEntity, "c");

export function createPotRepository(reader: Reader) {
  const find = (name: string, conditions: readonly (Sql | undefined)[]) =>
    reader.rows<PotRow>(
      name,
      sql`SELECT ${columns} FROM pot p WHERE ${all([sql`p.withdrawn_at IS NULL`, ...conditions])} ORDER BY p.municipality_code, p.year DESC NULLS LAST, p.id COLLATE "C"`,
    );
  const findContributions = (name: string, condition: Sql) =>
    reader.rows<PotContributionRow>(
      name,
      sql`SELECT ${contributionColumns} FROM pot_contribution c WHERE ${condition} AND c.withdrawn_at IS NULL ORDER BY c.value DESC NULLS LAST, c.source_id COLLATE "C"`,
    );
  return {
    findPots: (municipality: string | null | undefined, year: number | null | undefined) =>
      find("findPots", [
        municipality ? sql`p.municipality_code = ${municipality}` : undefined,
        typeof year === "number" ? sql`p.year = ${year}` : undefined,
      ]),
    findPotsByMunicipality: (codes: readonly string[]) =>
      find("findPotsByMunicipality", [sql`p.municipality_code = ANY(${codes})`]),
    findPotsById: (ids: readonly string[]) =>
      reader.rows<PotRow>(
        "findPotsById",
        sql`SELECT ${columns} FROM pot p WHERE p.municipality_code = ANY(${ids.map(ownerOf)}) AND p.id = ANY(${ids})`,
      ),
    findContributionsBySource: (sourceIds: readonly string[]) =>
      findContributions("findContributionsBySource", sql`c.source_id = ANY(${sourceIds})`),
    findContributionsByPot: (potIds: readonly string[]) =>
      findContributions(
        "findContributionsByPot",
        sql`c.municipality_code = ANY(${potIds.map(ownerOf)}) AND c.pot_id = ANY(${potIds})`,
      ),
    findContributionsByGrant: (grantIds: readonly string[]) =>
      findContributions(
        "findContributionsByGrant",
        sql`c.municipality_code = ANY(${grantIds.map(ownerOf)}) AND c.grant_id = ANY(${grantIds})`,
      ),
  };
}
