import type { EntitySchema } from "typeorm";
import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { ownerOf } from "../../kit/record";
import { raw, sql } from "../../kit/sql";
import { type CallRow, callEntity } from "./call.entity";
import { type ConsultationRow, consultationEntity } from "./consultation.entity";
import { type DecisionRow, decisionEntity } from "./decision.entity";
import { type MilestoneRow, milestoneEntity } from "./milestone.entity";
import { type ResultRow, resultEntity } from "./result.entity";
import { type TargetRow, targetEntity } from "./target.entity";

type Parent = "initiative_id" | "programme_id" | "target_id";

/** A season (21 to 24 in EDTF) stands at the month in which it begins, so that the order of the text is that of time. */
const BY_DATE = `
  CASE b.date ->> 'precision'
    WHEN 'SEASON' THEN left(b.date ->> 'value', 5) || (ARRAY['03', '06', '09', '12'])[right(b.date ->> 'value', 2)::int - 20]
    ELSE b.date ->> 'value'
  END COLLATE "C" NULLS LAST, b.id COLLATE "C"`;
const BY_ID = 'b.id COLLATE "C"';

/** What belongs to an initiative, a programme or a target: small records that are always read by their parent. */
export function createBelongingsRepository(reader: Reader) {
  const finder =
    <Row>(entity: EntitySchema<Row>, parent: Parent, order: string) =>
    (ids: readonly string[]) =>
      reader.rows<Row>(
        `find${entity.options.name}sBy_${parent}`,
        sql`SELECT ${columnsOf(entity, "b")} FROM ${raw(`${entity.options.tableName}`)} b WHERE b.municipality_code = ANY(${ids.map(ownerOf)}) AND b.${raw(parent)} = ANY(${ids}) AND b.withdrawn_at IS NULL ORDER BY ${raw(order)}`,
      );
  return {
    findTargetsByInitiative: finder<TargetRow>(targetEntity, "initiative_id", BY_ID),
    findTargetsByProgramme: finder<TargetRow>(targetEntity, "programme_id", BY_ID),
    findResultsByInitiative: finder<ResultRow>(resultEntity, "initiative_id", BY_DATE),
    findResultsByTarget: finder<ResultRow>(resultEntity, "target_id", BY_DATE),
    findMilestonesByInitiative: finder<MilestoneRow>(milestoneEntity, "initiative_id", BY_DATE),
    findConsultationsByInitiative: finder<ConsultationRow>(consultationEntity, "initiative_id", BY_ID),
    findConsultationsByProgramme: finder<ConsultationRow>(consultationEntity, "programme_id", BY_ID),
    findCallsByInitiative: finder<CallRow>(callEntity, "initiative_id", BY_ID),
    findDecisionsByProgramme: finder<DecisionRow>(decisionEntity, "programme_id", BY_DATE),
    findDecisionsByInitiative: (ids: readonly string[]) =>
      reader.rows<DecisionRow>(
        "findDecisionsByInitiative",
        sql`SELECT ${columnsOf(decisionEntity, "b")} FROM decision b WHERE b.municipality_code = ANY(${ids.map(ownerOf)}) AND b.initiative_ids && ${ids}::text[] AND b.withdrawn_at IS NULL ORDER BY ${raw(BY_DATE)}`,
      ),
    /** Milestones of the programmes themselves and of their initiatives; `ofProgrammeId` says which programme. */
    findMilestonesByProgramme: (ids: readonly string[]) =>
      reader.rows<MilestoneRow & { ofProgrammeId: string }>(
        "findMilestonesByProgramme",
        sql`SELECT ${columnsOf(milestoneEntity, "b")}, coalesce(b.programme_id, i.programme_id) AS "ofProgrammeId"
          FROM milestone b LEFT JOIN initiative i ON i.municipality_code = b.municipality_code AND i.id = b.initiative_id
          WHERE b.municipality_code = ANY(${ids.map(ownerOf)}) AND coalesce(b.programme_id, i.programme_id) = ANY(${ids}) AND b.withdrawn_at IS NULL
          ORDER BY ${raw(BY_DATE)}`,
      ),
  };
}
