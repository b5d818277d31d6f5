import { type Caller, callerNames } from "./callers";

/** What each caller may do with data of municipality 2281 and source boverket: yes, or a dash where it is refused. */
const TABLE = `
                                                  | no    | reporter | reporter | reader   | reader | reviewer | reviewer | operator | expired
                                                  | token | 2281     | 2181     | boverket | other  | boverket | other    |          |
registerGrant                                     | -     | yes      | -        | -        | -      | yes      | -        | -        | -
recordGrantEvents: an act of the municipality     | -     | yes      | -        | -        | -      | -        | -        | -        | -
recordGrantEvents: an act of the source           | -     | -        | -        | -        | -      | yes      | -        | -        | -
recordGrantEvents: takes back the municipality's  | -     | yes      | -        | -        | -      | -        | -        | -        | -
recordGrantEvents: takes back the source's        | -     | -        | -        | -        | -      | yes      | -        | -        | -
saveFollowUpReport: a new one                     | -     | yes      | -        | -        | -      | -        | -        | -        | -
saveFollowUpReport: a draft that is there         | -     | yes      | -        | -        | -      | -        | -        | -        | -
submitFollowUpReport                              | -     | yes      | -        | -        | -      | -        | -        | -        | -
requestSupplement                                 | -     | -        | -        | -        | -      | yes      | -        | -        | -
approveFollowUpReport                             | -     | -        | -        | -        | -      | yes      | -        | -        | -
publishReportTemplate                             | -     | -        | -        | -        | -      | yes      | -        | -        | -
createWebhook                                     | -     | -        | -        | -        | -      | yes      | -        | -        | -
resumeWebhook                                     | -     | -        | -        | -        | -      | yes      | -        | -        | -
replayWebhook                                     | -     | -        | -        | -        | -      | yes      | -        | -        | -
removeWebhook                                     | -     | -        | -        | -        | -      | yes      | -        | -        | -
webhooks                                          | -     | -        | -        | yes      | -      | yes      | -        | -        | -
followUpReport: a draft                           | -     | yes      | -        | yes      | -      | yes      | -        | -        | -
followUpReport: versions not yet approved         | -     | yes      | -        | yes      | -      | yes      | -        | -        | -
followUpReport: what the source asked for         | -     | yes      | -        | yes      | -      | yes      | -        | -        | -
followUpReports: those not published              | -     | yes      | -        | yes      | -      | yes      | -        | -        | -
fundingFollowUp: reports not published            | -     | yes      | -        | yes      | -      | yes      | -        | -        | -
changes: of reports not published                 | -     | yes      | -        | yes      | -      | yes      | -        | -        | -
bulk: reports not published                       | -     | yes      | -        | yes      | -      | yes      | -        | -        | -
readEventOfUnapprovedReport: in the graph         | -     | -        | -        | -        | -      | -        | -        | -        | -
readEventOfUnapprovedReport: in a file            | -     | -        | -        | -        | -      | -        | -        | -        | -
auditLog                                          | -     | -        | -        | -        | -      | -        | -        | yes      | -
grant with its events                             | yes   | yes      | yes      | yes      | yes    | yes      | yes      | yes      | -
followUpReport: an approved one                   | yes   | yes      | yes      | yes      | yes    | yes      | yes      | yes      | -
reportTemplate                                    | yes   | yes      | yes      | yes      | yes    | yes      | yes      | yes      | -
changes: of what is published                     | yes   | yes      | yes      | yes      | yes    | yes      | yes      | yes      | -
`;

export type Verdict = "ALLOWED" | "DENIED";

/** What stands in the matrix for each operation. */
export const matrix: ReadonlyMap<string, ReadonlyMap<Caller, Verdict>> = new Map(
  TABLE.trim()
    .split("\n")
    .slice(2)
    .map((line) => {
      const [operation = "", ...cells] = line.split("|").map((cell) => cell.trim());
      if (cells.length !== callerNames.length) throw new Error(`${operation} has ${cells.length} cells.`);
      return [operation, new Map(callerNames.map((caller, n) => [caller, verdictOf(cells[n])]))];
    }),
);

function verdictOf(cell: string | undefined): Verdict {
  if (cell === "yes") return "ALLOWED";
  if (cell === "-") return "DENIED";
  throw new Error(`A cell of the matrix is ${cell}.`);
}

export interface Cell {
  readonly operation: string;
  readonly caller: Caller;
  readonly expected: Verdict;
}

/** A cell where one layer alone cannot know what all of them together do. */
export interface Exception {
  readonly operation: string;
  readonly callers: readonly Caller[];
  readonly because: string;
}

/** The cells of the operations, as one layer alone is to decide them: an exception turns a refusal into none, or the other way. */
export function cellsOf(operations: readonly string[], exceptions: readonly Exception[]): Cell[] {
  const excepted = new Set(
    exceptions.flatMap(({ operation, callers }) => callers.map((caller) => `${operation} ${caller}`)),
  );
  const cells = operations.flatMap((operation) => {
    const row = matrix.get(operation);
    if (!row) throw new Error(`The matrix has no row ${operation}.`);
    return [...row].map(([caller, verdict]) => {
      const turned = excepted.delete(`${operation} ${caller}`);
      const other = verdict === "ALLOWED" ? ("DENIED" as const) : ("ALLOWED" as const);
      return { operation, caller, expected: turned ? other : verdict };
    });
  });
  if (excepted.size > 0) throw new Error(`No such cells: ${[...excepted].join(", ")}`);
  return cells;
}
