import type { DataSource, EntityManager } from "typeorm";
import { withAdvisoryLock } from "../kit/advisory-lock";
import type { Logger } from "../kit/logger";
import type { RowChanges } from "../kit/replace-rows";
import { importAreas, readFingerprints } from "../subgraphs/areas/import";
import { importFunding } from "../subgraphs/funding/import";
import { importInitiatives } from "../subgraphs/initiatives/import";
import { importOrganisations } from "../subgraphs/organisations/import";
import { type CheckOptions, checkOpened, openPackages } from "./check-packages";
import { readContract } from "./contract/read-contract";
import type { Mistake } from "./mistake";
import type { OpenedPackage } from "./package/open-package";
import { countRecords, toRows } from "./rows/to-rows";
import type { Delivery } from "./table";

export interface LoadOptions extends CheckOptions {
  /** Folders of data packages; the reference package may stand anywhere among them. */
  readonly folders: readonly string[];
  /** A connection that may write to the schemas of all four rooms. */
  readonly dataSource: DataSource;
  readonly logger: Logger;
  /** Writes even what has not changed since it was loaded. */
  readonly force?: boolean;
}

/** What became of one package. */
export interface PackageReport {
  readonly folder: string;
  readonly name: string;
  readonly version: string | null;
  readonly owner: string;
  readonly outcome: "written" | "unchanged";
  /** Records in the package; null when it was not looked into since nothing had changed. */
  readonly records: number | null;
  /** Changes by room and table, such as "funding.allocation". */
  readonly tables: Readonly<Record<string, RowChanges>>;
}

export interface Loaded {
  readonly kind: "loaded";
  readonly packages: readonly PackageReport[];
}

/** Nothing has been written. */
export interface Refused {
  readonly kind: "refused";
  readonly mistakes: readonly Mistake[];
}

export type LoadOutcome = Loaded | Refused;

/**
 * Loads data packages into the hub: all of them, in one transaction, or nothing when any holds a mistake. What is in the
 * hub already is left alone, and records that are gone from a package are marked withdrawn. An owner whose package is
 * not among the folders keeps what it has.
 * @returns what changed, or every mistake
 * @throws when the database fails, with nothing written
 */
export async function loadPackages(options: LoadOptions): Promise<LoadOutcome> {
  const { folders, dataSource, logger, force = false } = options;
  const contract = options.contract ?? readContract();
  const opened = await openPackages(folders, contract, options.limits);
  return withAdvisoryLock(dataSource, "kommungraf intake", async (runner) => {
    const known = await readFingerprints(runner.manager);
    if (!force && opened.length > 0 && opened.every((one) => isUnchanged(one, known))) {
      return { kind: "loaded", packages: opened.flatMap(unchangedReport) };
    }
    const { mistakes, deliveries } = checkOpened(opened, { ...options, contract });
    if (mistakes.length > 0) {
      logger.warn({ mistakes: mistakes.length, packages: opened.length }, "packages refused");
      return { kind: "refused", mistakes };
    }
    const packages: PackageReport[] = [];
    await runner.startTransaction();
    try {
      for (const [index, delivery] of deliveries.entries()) {
        const one = opened[index];
        if (!one) continue;
        if (!force && isUnchanged(one, known)) packages.push(...unchangedReport(one));
        else packages.push(await writeDelivery(runner.manager, delivery, one.fingerprint));
      }
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
    for (const { folder, owner, outcome, records } of packages) {
      logger.info({ package: folder, owner, outcome, records }, "package loaded");
    }
    return { kind: "loaded", packages };
  });
}

function isUnchanged(
  { descriptor, fingerprint, mistakes }: OpenedPackage,
  known: ReadonlyMap<string, string>,
): boolean {
  return (
    descriptor !== null && mistakes.length === 0 && known.get(`${descriptor.owner}/${descriptor.name}`) === fingerprint
  );
}

function unchangedReport({ folder, descriptor }: OpenedPackage): PackageReport[] {
  if (!descriptor) return [];
  const { name, version, owner } = descriptor;
  return [{ folder, name, version, owner, outcome: "unchanged", records: null, tables: {} }];
}

/** Areas first: its row of supply says that the rest has come. */
async function writeDelivery(manager: EntityManager, delivery: Delivery, fingerprint: string): Promise<PackageReport> {
  const { folder, name, version, owner } = delivery;
  const rows = toRows(delivery, fingerprint);
  const rooms = {
    areas: await importAreas(manager, rows.areas),
    organisations: await importOrganisations(manager, rows.organisations),
    initiatives: await importInitiatives(manager, rows.initiatives),
    funding: await importFunding(manager, rows.funding),
  };
  const tables = Object.fromEntries(
    Object.entries(rooms).flatMap(([room, changes]) =>
      Object.entries(changes).map(([table, change]) => [`${room}.${table}`, change]),
    ),
  );
  return { folder, name, version, owner, outcome: "written", records: countRecords(delivery), tables };
}
