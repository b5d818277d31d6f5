import type { EntitySchema } from "typeorm";
import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { ownerOf } from "../../kit/record";
import { raw, type Sql, sql } from "../../kit/sql";
import { type CallRow, callEntity } from "./call.entity";
import { type ConsultationRow, consultationEntity } from "./consultation.entity";
import { type DecisionRow, decisionEntity } from "./decision.entity";
import { familyOf } from "./family";
import { type MilestoneRow, milestoneEntity } from "./milestone.entity";
import { type ResultRow, resultEntity } from "./result.entity";
import { type TargetRow, targetEntity } from "./target.entity";

/** A record of a programme or of one of its parts, with the programme that was asked about. */
type OfProgramme<Row> = Row & { readonly ofProgrammeId: string };

const value = "b.date ->> 'value'";

/** In time order: a date that is known only by its month, season or year stands at the end of it, unknown ones last. */
const TIME = `CASE b.date ->> 'precision'
  WHEN 'DAY' THEN ${value}
  WHEN 'MONTH' THEN ${value} || '-32'
  WHEN 'SEASON' THEN left(${value}, 4) || (ARRAY['-05-33', '-08-33', '-11-33', '-12-33'])[right(${value}, 2)::int - 20]
  WHEN 'YEAR' THEN ${value} || '-12-34'
END COLLATE "C" NULLS LAST`;
const BY_TIME = `${TIME}, b.position, b.id`;
const BY_DATE = `${TIME}, b.id`;
const BY_ID = "b.id";

const ownProgramme = () => sql`b.programme_id`;

const programmeOfInitiativeToo = (owners: readonly string[]) =>
  sql`coalesce(b.programme_id, (SELECT i.programme_id FROM initiative i WHERE i.municipality_code = ANY(${owners}) AND i.municipality_code = b.municipality_code AND i.id = b.initiative_id))`;

/** What belongs to an initiative, a programme or a target: small records that are always read by their parent. */
export function createBelongingsRepository(reader: Reader) {
  const finder =
    <Row>(entity: EntitySchema<Row>, parent: "initiative_id" | "target_id", order: string) =>
    (ids: readonly string[]) =>
      reader.rows<Row>(
        `find${entity.options.name}sBy_${parent}`,
        sql`SELECT ${columnsOf(entity, "b")} FROM ${raw(`${entity.options.tableName}`)} b WHERE b.municipality_code = ANY(${ids.map(ownerOf)}) AND b.${raw(parent)} = ANY(${ids}) AND b.withdrawn_at IS NULL ORDER BY ${raw(order)}`,
      );
  const programmeFinder =
    <Row>(entity: EntitySchema<Row>, order: string, programmeOf: (owners: readonly string[]) => Sql = ownProgramme) =>
    (ids: readonly string[]) =>
      reader.rows<OfProgramme<Row>>(
        `find${entity.options.name}sByProgramme`,
        sql`WITH RECURSIVE ${familyOf(ids)}
          SELECT ${columnsOf(entity, "b")}, f.root AS "ofProgrammeId"
          FROM ${raw(`${entity.options.tableName}`)} b
          JOIN family f ON f.municipality_code = b.municipality_code AND f.id = ${programmeOf(ids.map(ownerOf))}
          WHERE b.municipality_code = ANY(${ids.map(ownerOf)}) AND b.withdrawn_at IS NULL ORDER BY ${raw(order)}`,
      );
  return {
    findTargetsByInitiative: finder<TargetRow>(targetEntity, "initiative_id", BY_ID),
    findTargetsByProgramme: programmeFinder<TargetRow>(targetEntity, BY_ID),
    findResultsByInitiative: finder<ResultRow>(resultEntity, "initiative_id", BY_DATE),
    findResultsByTarget: finder<ResultRow>(resultEntity, "target_id", BY_DATE),
    findMilestonesByInitiative: finder<MilestoneRow>(milestoneEntity, "initiative_id", BY_TIME),
    /** Milestones of the programmes, of their parts and of the initiatives in them. */
    findMilestonesByProgramme: programmeFinder<MilestoneRow>(milestoneEntity, BY_TIME, programmeOfInitiativeToo),
    findConsultationsByInitiative: finder<ConsultationRow>(consultationEntity, "initiative_id", BY_ID),
    findConsultationsByProgramme: programmeFinder<ConsultationRow>(consultationEntity, BY_ID),
    findCallsByInitiative: finder<CallRow>(callEntity, "initiative_id", BY_ID),
    findDecisionsByProgramme: programmeFinder<DecisionRow>(decisionEntity, BY_TIME),
    findDecisionsByInitiative: (ids: readonly string[]) =>
      reader.rows<DecisionRow>(
        "findDecisionsByInitiative",
        sql`SELECT ${columnsOf(decisionEntity, "b")} FROM decision b WHERE b.municipality_code = ANY(${ids.map(ownerOf)}) AND b.initiative_ids && ${ids}::text[] AND b.withdrawn_at IS NULL ORDER BY ${raw(BY_TIME)}`,
      ),
  };
}
