import type { AuditEntryRow } from "./audit-entry";
import { type ChainEnd, hashOf, NO_HASH, verifyChains } from "./chain";

/** A chain as the database writes it. */
function chainOf(municipalityCode: string, length: number): AuditEntryRow[] {
  const entries: AuditEntryRow[] = [];
  for (let position = 1; position <= length; position += 1) {
    const entry = {
      municipalityCode,
      position,
      at: new Date(Date.UTC(2026, 0, position, 12, 0, 0, 7)),
      owner: municipalityCode,
      roles: "reporter",
      client: "verksamhetssystem",
      action: "submitFollowUpReport",
      record: position % 2 ? `${municipalityCode}-boverket~${position}` : null,
      recordCount: position,
      requestId: position % 3 ? `request-${position}` : null,
      previousHash: entries.at(-1)?.hash ?? NO_HASH,
      hash: "",
    };
    entries.push({ ...entry, hash: hashOf(entry) });
  }
  return entries;
}

/** The same chain with one entry changed and everything after it hashed anew. */
function rewritten(
  chain: readonly AuditEntryRow[],
  position: number,
  changes: Partial<AuditEntryRow>,
): AuditEntryRow[] {
  const entries: AuditEntryRow[] = [];
  for (const entry of chain) {
    const changed = {
      ...entry,
      ...(entry.position === position && changes),
      previousHash: entries.at(-1)?.hash ?? NO_HASH,
    };
    entries.push({ ...changed, hash: hashOf(changed) });
  }
  return entries;
}

const broken = async (entries: readonly AuditEntryRow[], earlier?: readonly ChainEnd[]) =>
  (await verifyChains(entries, earlier)).broken;
const endOf = (chain: readonly AuditEntryRow[]): ChainEnd[] => chain.slice(-1);

const chain = chainOf("2281", 6);
const [first, second, third, fourth, fifth, sixth] = chain as [AuditEntryRow, ...AuditEntryRow[]] & {
  [position: number]: AuditEntryRow;
};

it("finds whole chains whole, one after the other or among each other, and tells where each ends", async () => {
  const other = chainOf("2181", 3);
  const ends = [...endOf(chain), ...endOf(other)].map(({ municipalityCode, position, hash }) => ({
    municipalityCode,
    position,
    hash,
  }));
  expect(await verifyChains([...chain, ...other])).toEqual({ ends, entries: 9, broken: null });
  const mixed = chain.flatMap((entry, index) => [entry, ...other.slice(index, index + 1)]);
  expect(await verifyChains(mixed)).toEqual({ ends, entries: 9, broken: null });
  expect(await verifyChains([])).toEqual({ ends: [], entries: 0, broken: null });
});

it.each([
  ["at", { at: new Date(0) }],
  ["owner", { owner: "2181" }],
  ["roles", { roles: "operator" }],
  ["client", { client: "other" }],
  ["action", { action: "saveFollowUpReport" }],
  ["record", { record: null }],
  ["record count", { recordCount: 0 }],
  ["request", { requestId: null }],
  ["hash", { hash: "f".repeat(64) }],
  ["hash before", { previousHash: "f".repeat(64) }],
])("finds an entry whose %s was changed", async (_, changes) => {
  const entries = chain.map((entry) => (entry.position === 5 ? { ...entry, ...changes } : entry));
  expect(await broken(entries)).toEqual({ municipalityCode: "2281", position: 5, reason: "CHANGED" });
});

it("finds an entry that was changed and hashed anew, at the one after it", async () => {
  const changed = { ...third, action: "nothing" } as AuditEntryRow;
  const entries = chain.map((entry) => (entry === third ? { ...changed, hash: hashOf(changed) } : entry));
  expect(await broken(entries)).toEqual({ municipalityCode: "2281", position: 4, reason: "NOT_LINKED" });
});

it("finds an entry that was moved to another municipality's chain", async () => {
  const moved = { ...first, municipalityCode: "2181" };
  expect(await broken([moved])).toEqual({ municipalityCode: "2181", position: 1, reason: "CHANGED" });
});

it.each([
  ["the first", [second, third], { position: 1, reason: "MISSING" }],
  ["one in the middle", [first, second, fourth, fifth], { position: 3, reason: "MISSING" }],
])("finds that %s was removed", async (_, entries, expected) => {
  expect(await broken(entries as AuditEntryRow[])).toEqual({ municipalityCode: "2281", ...expected });
});

it("finds two that were swapped, in the file and under each other's positions", async () => {
  const inFile = [first, third, second, fourth] as AuditEntryRow[];
  expect(await broken(inFile)).toMatchObject({ position: 2, reason: "MISSING" });
  const renumbered = [first, { ...third, position: 2 }, { ...second, position: 3 }, fourth] as AuditEntryRow[];
  expect(await broken(renumbered)).toMatchObject({ position: 2, reason: "CHANGED" });
});

it("finds one that was put in, twice the same or a new one", async () => {
  expect(await broken([first, second, second, third] as AuditEntryRow[])).toMatchObject({
    position: 2,
    reason: "OUT_OF_ORDER",
  });
  const added = { ...second, position: 3, previousHash: second?.hash ?? "", action: "added" } as AuditEntryRow;
  const shifted = [third, fourth].map((entry) => ({ ...entry, position: (entry?.position ?? 0) + 1 }) as AuditEntryRow);
  const entries = [first, second, { ...added, hash: hashOf(added) }, ...shifted] as AuditEntryRow[];
  expect(await broken(entries)).toMatchObject({ position: 4, reason: "CHANGED" });
});

describe("with where the chains ended at an earlier time", () => {
  const earlier = endOf(chain.slice(0, 4));

  it("finds a chain that has grown since whole", async () => {
    expect(await broken([...chain, ...chainOf("0191", 1)], earlier)).toBeNull();
    expect(await broken(chain, endOf([sixth as AuditEntryRow]))).toBeNull();
  });

  it("finds that the last entries, or all, were taken away", async () => {
    expect(await broken(chain.slice(0, 3), earlier)).toEqual({
      municipalityCode: "2281",
      position: 4,
      reason: "CUT_OFF",
    });
    expect(await broken([], earlier)).toEqual({ municipalityCode: "2281", position: 1, reason: "CUT_OFF" });
  });

  it("finds a chain that was written anew and fits in itself", async () => {
    const anew = rewritten(chain, 2, { action: "nothing" });
    expect(await broken(anew)).toBeNull();
    expect(await broken(anew, earlier)).toEqual({ municipalityCode: "2281", position: 4, reason: "REWRITTEN" });
  });
});
