import type { Contradiction, RecordedConflict } from "../../subgraphs/funding/import";
import { type Mistake, mistakeAt, mistakeInRow } from "../mistake";
import { eventColumn } from "../rules/grant-life";
import { isNotedDoubt, orNoteIt } from "../rules/noted-doubt";
import { type Delivery, type Row, rowsOf, type Table } from "../table";

/**
 * What of a delivery does not go together with what systems have recorded in the hub, which only the import itself can tell. A
 * quality note excuses what is told of a grant's life; that a grant goes, or changes its source, none does.
 */
export function checkRecordedConflicts(delivery: Delivery, conflicts: readonly RecordedConflict[]): Mistake[] {
  return conflicts.flatMap((conflict) => {
    if (conflict.kind === "GONE") return [goneMistake(delivery, conflict.grant)];
    const grants = find(delivery, "grants", conflict.grant);
    if (!grants) return [];
    if (conflict.kind === "OTHER_SOURCE") return [sourceMistake(grants, conflict.source)];
    return lifeMistakes(delivery, conflict, grants);
  });
}

interface Found {
  readonly table: Table;
  readonly row: Row;
}

function find(delivery: Delivery, name: string, id: string): Found | null {
  const table = delivery.tables.get(name);
  const row = rowsOf(delivery, name).find(({ printed }) => printed.id === id);
  return table && row ? { table, row } : null;
}

function goneMistake(delivery: Delivery, grant: string): Mistake {
  const file = delivery.tables.get("grants")?.file ?? `${delivery.folder}/grants.csv`;
  return mistakeAt(
    { file, column: "id", value: grant },
    {
      code: "GRANT_RECORDED",
      message: `The package no longer has the grant ${grant}, of which systems have recorded events or reports.`,
      remedy:
        "Keep the row and what the package tells of the grant. A grant that has come to its end is closed or revoked by an event (CLOSURE, REVOCATION), not by taking its row away.",
    },
  );
}

function sourceMistake({ table, row }: Found, source: string): Mistake {
  return mistakeInRow(table, row, "source", {
    code: "GRANT_RECORDED",
    message: `The grant ${row.printed.id} was from ${source} when systems recorded events or reports of it; now it is from ${row.printed.source}.`,
    remedy: `Write ${source} again. If it was wrong, close the grant by an event and add the right one as a row of its own with a new id.`,
  });
}

type LifeConflict = Extract<RecordedConflict, { kind: "LIFE" }>;

function lifeMistakes(delivery: Delivery, conflict: LifeConflict, grants: Found): Mistake[] {
  const event = conflict.event === null ? null : find(delivery, "grant-events", conflict.event);
  const { table, row } = event ?? grants;
  const resource = event ? "grant-events" : "grants";
  const column = event ? eventColumn[conflict.part satisfies Contradiction["part"]] : "id";
  if (isNotedDoubt(delivery, resource, row.printed.id ?? "", [column])) return [];
  const where =
    conflict.recordedEvent === null ? "" : ` It shows at the event ${conflict.recordedEvent}, which is recorded.`;
  return [
    mistakeInRow(table, row, column, {
      code: "GRANT_LIFE",
      message: `Together with what systems have recorded of the grant ${conflict.grant}: ${conflict.message}${where}`,
      remedy: `Leave out what is recorded already: it is counted once. ${conflict.remedy} ${orNoteIt(resource, column)}`,
    }),
  ];
}
