import type { EntityManager } from "typeorm";
import { type ImportRow, NATIONAL } from "../../kit/record";
import { type RowChanges, replaceRows } from "../../kit/replace-rows";
import { type CallRow, callEntity } from "./call.entity";
import { type CodeRow, codeEntity } from "./code.entity";
import { type ConsultationRow, consultationEntity } from "./consultation.entity";
import { type DecisionRow, decisionEntity } from "./decision.entity";
import { type InitiativeRow, initiativeEntity } from "./initiative.entity";
import { type MilestoneRow, milestoneEntity } from "./milestone.entity";
import { type ParticipationRow, participationEntity } from "./participation.entity";
import { type ProgrammeRow, programmeEntity } from "./programme.entity";
import { type ResultRow, resultEntity } from "./result.entity";
import { type SourceDocumentRow, sourceDocumentEntity } from "./source-document.entity";
import { type TargetRow, targetEntity } from "./target.entity";

export interface InitiativesImport {
  /** Municipality code, or NATIONAL for the reference data. */
  readonly owner: string;
  readonly codes: readonly ImportRow<CodeRow>[];
  readonly sourceDocuments: readonly ImportRow<SourceDocumentRow>[];
  readonly programmes: readonly ImportRow<ProgrammeRow>[];
  readonly initiatives: readonly ImportRow<InitiativeRow>[];
  readonly participations: readonly ImportRow<ParticipationRow>[];
  readonly targets: readonly ImportRow<TargetRow>[];
  readonly results: readonly ImportRow<ResultRow>[];
  readonly milestones: readonly ImportRow<MilestoneRow>[];
  readonly decisions: readonly ImportRow<DecisionRow>[];
  readonly consultations: readonly ImportRow<ConsultationRow>[];
  readonly calls: readonly ImportRow<CallRow>[];
}

/**
 * Makes the owner's rows in this room equal to those given, inside the caller's transaction.
 * @returns what changed, by table
 */
export async function importInitiatives(
  manager: EntityManager,
  data: InitiativesImport,
): Promise<Record<string, RowChanges>> {
  const scope = { municipality_code: data.owner };
  return {
    ...(data.owner === NATIONAL && { code: await replaceRows(manager, codeEntity, {}, data.codes) }),
    source_document: await replaceRows(manager, sourceDocumentEntity, scope, data.sourceDocuments),
    programme: await replaceRows(manager, programmeEntity, scope, data.programmes),
    initiative: await replaceRows(manager, initiativeEntity, scope, data.initiatives),
    participation: await replaceRows(manager, participationEntity, scope, data.participations),
    target: await replaceRows(manager, targetEntity, scope, data.targets),
    result: await replaceRows(manager, resultEntity, scope, data.results),
    milestone: await replaceRows(manager, milestoneEntity, scope, data.milestones),
    decision: await replaceRows(manager, decisionEntity, scope, data.decisions),
    consultation: await replaceRows(manager, consultationEntity, scope, data.consultations),
    call: await replaceRows(manager, callEntity, scope, data.calls),
  };
}

/** The codes and the ids of the national documents, which every delivery may refer to. */
export async function readNationalWords(
  manager: EntityManager,
): Promise<{ codes: readonly Pick<CodeRow, "list" | "code">[]; sourceDocuments: readonly string[] }> {
  const codes = await manager.query<Pick<CodeRow, "list" | "code">[]>(
    "/* readNationalWords */ SELECT list, code FROM initiatives.code WHERE withdrawn_at IS NULL",
  );
  const documents = await manager.query<{ id: string }[]>(
    `/* readNationalWords */
    SELECT id FROM initiatives.source_document WHERE municipality_code = $1 AND withdrawn_at IS NULL`,
    [NATIONAL],
  );
  return { codes, sourceDocuments: documents.map(({ id }) => id) };
}
