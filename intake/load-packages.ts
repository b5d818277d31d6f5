import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import { withAdvisoryLock } from "../kit/advisory-lock";
import type { Logger } from "../kit/logger";
import { NATIONAL } from "../kit/record";
import type { RowChanges } from "../kit/replace-rows";
import { importAreas, readSupplies, recordAccepted, recordRefused, type Supply } from "../subgraphs/areas/import";
import { refreshComparisons } from "../subgraphs/comparisons/import";
import { auditDelivery, importFunding } from "../subgraphs/funding/import";
import { importInitiatives } from "../subgraphs/initiatives/import";
import { importOrganisations } from "../subgraphs/organisations/import";
import { type CheckOptions, type CheckOutcome, checkOpened, openPackages } from "./check-packages";
import { checkRecordedConflicts } from "./checks/recorded-conflicts";
import { readKnownRecords } from "./known-records";
import { inOrder, type Mistake } from "./mistake";
import type { OpenedPackage } from "./package/open-package";
import { countRecords, toRows } from "./rows/to-rows";
import type { Delivery } from "./table";
import { readTableSchemas } from "./table-schemas/read-table-schemas";
import type { TableSchemas } from "./table-schemas/table-schema";

export interface LoadOptions extends CheckOptions {
  /** Folders of data packages; the reference package may stand anywhere among them. */
  readonly folders: readonly string[];
  /** A connection that may write to the schemas of all rooms. */
  readonly dataSource: DataSource;
  readonly logger: Logger;
  /** Writes even what has not changed since it was loaded. */
  readonly force?: boolean;
  /** Those of the folders that come with the hub. */
  readonly seeds?: readonly string[];
  /** Leaves an owner alone who has delivered anything but seeds, through whichever door. */
  readonly onlyOver?: "seeds";
}

/** Whether a package is new to the hub, is there already, or gives way to what its owner has delivered itself. */
type Fate = "written" | "unchanged" | "kept";

interface Plan {
  readonly opened: OpenedPackage;
  readonly fate: Fate;
}

/** The way in that this is. */
const DOOR = "DATA_PACKAGE";

/** What became of one package. */
export interface PackageReport {
  readonly folder: string;
  readonly name: string;
  readonly version: string | null;
  readonly owner: string;
  readonly outcome: Fate;
  /** Records in the package; null when it was not written. */
  readonly records: number | null;
  /** Changes by room and table, such as "funding.allocation". */
  readonly tables: Readonly<Record<string, RowChanges>>;
}

export interface Loaded {
  readonly kind: "loaded";
  readonly packages: readonly PackageReport[];
}

/** Nothing of the packages has been written. */
export interface Refused {
  readonly kind: "refused";
  readonly mistakes: readonly Mistake[];
  /** Whether the packages are right by themselves, and only do not go together with what systems have recorded in the hub. */
  readonly isBesideRecorded: boolean;
}

export type LoadOutcome = Loaded | Refused;

/**
 * Loads data packages into the hub: all of them, in one transaction, or nothing when any holds a mistake. What is in the
 * hub already is left alone, and records that are gone from a package are marked withdrawn. An owner whose package is
 * not among the folders keeps what it has. Without the reference package among them, the packages are checked against
 * the national records in the hub.
 * @returns what changed, or every mistake
 * @throws when the database fails, with nothing written
 */
export async function loadPackages(options: LoadOptions): Promise<LoadOutcome> {
  const { folders, dataSource, logger } = options;
  const schemas = options.schemas ?? readTableSchemas();
  const opened = await openPackages(folders, schemas, options.limits);
  return withAdvisoryLock(dataSource, "kommungraf intake", async (runner) => {
    const { manager } = runner;
    const supplies = await readSupplies(manager);
    const plans = opened.map((one): Plan => ({ opened: one, fate: fateOf(one, supplies, options) }));
    const { mistakes: wrong, deliveries } = await checkPlans(manager, plans, supplies, { ...options, schemas });
    const { mistakes, packages } =
      wrong.length > 0 ? { mistakes: wrong, packages: [] } : await writePlans(runner, plans, deliveries, options);
    if (mistakes.length > 0) {
      await recordRefused(manager, ownersOfNew(plans), DOOR);
      logger.info({ mistakes: mistakes.length, packages: plans.length }, "packages refused");
      return { kind: "refused", mistakes, isBesideRecorded: wrong.length === 0 };
    }
    for (const { folder, owner, outcome, records } of packages) {
      logger.info({ package: folder, owner, outcome, records }, "package loaded");
    }
    return { kind: "loaded", packages };
  });
}

interface Written {
  readonly packages: readonly PackageReport[];
  /** What only shows beside what the hub has; then nothing is written. */
  readonly mistakes: readonly Mistake[];
}

async function writePlans(
  runner: QueryRunner,
  plans: readonly Plan[],
  deliveries: readonly Delivery[],
  options: LoadOptions,
): Promise<Written> {
  const { manager } = runner;
  await runner.startTransaction();
  try {
    // What is reported as loaded survives a crash, also where the server is set to commit lazily.
    await runner.query("SET LOCAL synchronous_commit TO on");
    const written: Written[] = [];
    for (const plan of plans) written.push(await carryOut(manager, plan, deliveries, options));
    const mistakes = inOrder(written.flatMap((one) => one.mistakes));
    const packages = written.flatMap((one) => one.packages);
    if (mistakes.length > 0) {
      await runner.rollbackTransaction();
      return { packages: [], mistakes };
    }
    // Without anything written too: a hub that is newer than its read model fills it here.
    await refreshComparisons(manager, ownersWritten(packages));
    await auditPackages(manager, packages);
    await runner.commitTransaction();
    return { packages, mistakes };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  }
}

/** Last, and by owner: each entry holds its chain of the audit log until the transaction ends. */
async function auditPackages(manager: EntityManager, packages: readonly PackageReport[]): Promise<void> {
  for (const { owner, tables } of [...packages].sort((a, b) => (a.owner < b.owner ? -1 : 1))) {
    const changes = Object.entries(tables).flatMap(([table, change]) => (table.startsWith("funding.") ? [change] : []));
    await auditDelivery(manager, owner, changes);
  }
}

function fateOf(
  { descriptor, fingerprint, mistakes }: OpenedPackage,
  supplies: readonly Supply[],
  { force = false, onlyOver }: LoadOptions,
): Fate {
  if (!descriptor) return "written";
  const own = supplies.filter(({ owner }) => owner === descriptor.owner);
  if (onlyOver === "seeds" && own.some(({ isSeed }) => !isSeed)) return "kept";
  const isThere = own.some(
    (supply) => supply.door === DOOR && supply.name === descriptor.name && supply.fingerprint === fingerprint,
  );
  return isThere && !force && mistakes.length === 0 ? "unchanged" : "written";
}

/** Checks the packages together, the unchanged ones too since the new may refer to them; none when nothing is new. */
async function checkPlans(
  manager: EntityManager,
  plans: readonly Plan[],
  supplies: readonly Supply[],
  options: LoadOptions & { readonly schemas: TableSchemas },
): Promise<CheckOutcome> {
  if (plans.every(({ fate }) => fate !== "written")) return { mistakes: [], deliveries: [] };
  const opened = plans.filter(({ fate }) => fate !== "kept").map((plan) => plan.opened);
  const isReferenceGiven = opened.some(({ descriptor }) => descriptor?.owner === NATIONAL);
  const isReferenceLoaded = supplies.some(({ owner }) => owner === NATIONAL);
  if (options.known || isReferenceGiven || !isReferenceLoaded) return checkOpened(opened, options);
  return checkOpened(opened, { ...options, known: await readKnownRecords(manager) });
}

function ownersOfNew(plans: readonly Plan[]): string[] {
  return plans.flatMap(({ opened, fate }) => (fate === "written" && opened.descriptor ? opened.descriptor.owner : []));
}

function ownersWritten(packages: readonly PackageReport[]): string[] {
  return packages.flatMap(({ owner, outcome }) => (outcome === "written" ? owner : []));
}

async function carryOut(
  manager: EntityManager,
  { opened, fate }: Plan,
  deliveries: readonly Delivery[],
  { seeds = [], onlyOver }: LoadOptions,
): Promise<Written> {
  const { descriptor, folder, fingerprint } = opened;
  if (!descriptor) return { packages: [], mistakes: [] };
  const { name, version, owner } = descriptor;
  const delivery = deliveries.find((one) => one.owner === owner);
  const written: Written =
    fate === "written" && delivery
      ? await writeDelivery(manager, delivery, fingerprint)
      : { packages: [{ folder, name, version, owner, outcome: fate, records: null, tables: {} }], mistakes: [] };
  // That a seed is still there at the next start is no delivery.
  if (fate === "written" || (fate === "unchanged" && onlyOver === undefined)) {
    await recordAccepted(manager, { owner, door: DOOR, isSeed: seeds.includes(opened.path) });
  }
  return written;
}

/** Areas first: its row of supply says that the rest has come. */
async function writeDelivery(manager: EntityManager, delivery: Delivery, fingerprint: string): Promise<Written> {
  const { folder, name, version, owner } = delivery;
  const rows = toRows(delivery, fingerprint);
  const areas = await importAreas(manager, rows.areas);
  const organisations = await importOrganisations(manager, rows.organisations);
  const initiatives = await importInitiatives(manager, rows.initiatives);
  const funding = await importFunding(manager, rows.funding);
  const rooms = { areas, organisations, initiatives, funding: funding.tables };
  const tables = Object.fromEntries(
    Object.entries(rooms).flatMap(([room, changes]) =>
      Object.entries(changes).map(([table, change]) => [`${room}.${table}`, change]),
    ),
  );
  const report = { folder, name, version, owner, outcome: "written", records: countRecords(delivery), tables } as const;
  return { packages: [report], mistakes: checkRecordedConflicts(delivery, funding.conflicts) };
}
