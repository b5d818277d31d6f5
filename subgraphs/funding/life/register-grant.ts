import type { Statements } from "../../../kit/connection";
import { NATIONAL } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import { type Mistake, mistake } from "../follow-up/mistake";
import { checkText } from "../follow-up/text";
import type { RegisterGrantInput } from "../generated/types";
import { hubId } from "./hub-id";
import { isOwnId } from "./own-id";

const LEAST_NAME = 3;
const MOST_NAME = 200;

/**
 * Writes a grant that no data package tells of.
 * @returns its id; or all mistakes, and nothing written
 */
export async function registerGrant(
  statements: Statements,
  input: RegisterGrantInput,
): Promise<{ readonly id: string | null; readonly mistakes: readonly Mistake[] }> {
  const mistakes = [
    ...municipalityMistakes(input),
    ...(await sourceMistakes(statements, input)),
    ...nameMistakes(input),
    ...belongingMistakes(input),
  ];
  if (mistakes.length > 0) return { id: null, mistakes };
  const { municipality, source, programme = null, name, recipient, initiative = null } = input;
  const id = hubId(municipality, source);
  await statements.rows(
    "registerGrant",
    sql`INSERT INTO "grant" (municipality_code, id, name, source_id, programme_id, programme_certainty, recipient_id,
          initiative_id, origin, sources, quality_notes, changed_at)
        VALUES (${municipality}, ${id}, ${name.trim()}, ${source}, ${programme}, ${programme === null ? null : "STATED"},
          ${recipient}, ${initiative}, 'RECORDED', '[]', '[]', now())`,
  );
  return { id, mistakes: [] };
}

function municipalityMistakes({ municipality }: RegisterGrantInput): Mistake[] {
  // No county has the number 00; which codes of a county are in use, another room knows.
  return municipality.startsWith("00")
    ? [mistake("MUNICIPALITY_INVALID", { field: "municipality" }, { municipality })]
    : [];
}

async function sourceMistakes(
  statements: Statements,
  { municipality, source, programme }: RegisterGrantInput,
): Promise<Mistake[]> {
  const [found] = await statements.rows<{ isProgrammeOf: boolean }>(
    "findSourceOfNewGrant",
    sql`SELECT EXISTS (SELECT FROM funding_programme p
            WHERE p.municipality_code IN (${NATIONAL}, ${municipality}) AND p.id = ${programme ?? null} AND p.source_id = s.id
              AND p.withdrawn_at IS NULL) AS "isProgrammeOf"
        FROM funding_source s
        WHERE s.municipality_code IN (${NATIONAL}, ${municipality}) AND s.id = ${source} AND s.withdrawn_at IS NULL`,
  );
  if (!found) return [mistake("SOURCE_UNKNOWN", { field: "source", record: source }, { source })];
  if (!programme || found.isProgrammeOf) return [];
  return [mistake("PROGRAMME_NOT_OF_SOURCE", { field: "programme", record: programme }, { source, programme })];
}

function nameMistakes({ name }: RegisterGrantInput): Mistake[] {
  const field = "name";
  const mistakes = checkText(name, field, { limit: MOST_NAME, isRequired: true });
  if (mistakes.length > 0) return mistakes;
  const length = [...name.trim()].length;
  if (length < LEAST_NAME) return [mistake("NAME_TOO_SHORT", { field }, { length, least: LEAST_NAME })];
  return /[\n\r\t]/.test(name) ? [mistake("TEXT_CONTROL_CHARACTER", { field })] : [];
}

function belongingMistakes({ municipality, recipient, initiative }: RegisterGrantInput): Mistake[] {
  const belongs = (field: string, record: string) =>
    isOwnId(record, municipality) ? [] : [mistake("RECORD_FOREIGN", { field, record }, { record, municipality })];
  return [...belongs("recipient", recipient), ...(initiative ? belongs("initiative", initiative) : [])];
}
