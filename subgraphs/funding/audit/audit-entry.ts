/** An entry of a municipality's chain. */
export interface AuditEntryRow {
  readonly municipalityCode: string;
  readonly position: number;
  readonly at: Date;
  readonly owner: string;
  readonly roles: string;
  readonly client: string;
  readonly action: string;
  readonly record: string | null;
  readonly recordCount: number;
  readonly requestId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}
