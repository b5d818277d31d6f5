import { NATIONAL } from "../kit/record";
import { checkCitations } from "./checks/citations";
import {
  indexDelivery,
  indexKnown,
  joinIndexes,
  type KeyIndex,
  type KnownRecords,
  unknownRecords,
} from "./checks/key-index";
import { checkKeys } from "./checks/keys";
import { checkReferences } from "./checks/references";
import { checkTableSizes } from "./checks/table-sizes";
import { inOrder, type Mistake, mistakeAt } from "./mistake";
import { defaultLimits, type Limits } from "./package/limits";
import { type OpenedPackage, openPackage } from "./package/open-package";
import { readDelivery } from "./read-delivery";
import { rules } from "./rules";
import type { Delivery } from "./table";
import { readTableSchemas } from "./table-schemas/read-table-schemas";
import type { TableSchemas } from "./table-schemas/table-schema";

export interface CheckOptions {
  readonly schemas?: TableSchemas;
  readonly limits?: Limits;
  /** National records that are in the hub already, for when the reference package is not among the folders. */
  readonly known?: KnownRecords;
  /** For telling what lies in the future. */
  readonly today?: Date;
}

export interface CheckOutcome {
  /** Every mistake, in the order in which one mends them; none when all packages may be loaded. */
  readonly mistakes: readonly Mistake[];
  /** The packages that could be read at all, the reference data first. */
  readonly deliveries: readonly Delivery[];
}

/** Reads and checks packages together, and writes nothing. */
export async function checkPackages(folders: readonly string[], options: CheckOptions = {}): Promise<CheckOutcome> {
  const schemas = options.schemas ?? readTableSchemas();
  const opened = await openPackages(folders, schemas, options.limits);
  return checkOpened(opened, { ...options, schemas });
}

/** Reads the files of each package, and puts the reference data first. */
export async function openPackages(
  folders: readonly string[],
  schemas: TableSchemas,
  limits: Limits = defaultLimits,
): Promise<OpenedPackage[]> {
  const opened: OpenedPackage[] = [];
  for (const folder of folders) opened.push(await openPackage(folder, schemas, limits));
  const rank = ({ descriptor }: OpenedPackage) => (descriptor?.owner === NATIONAL ? 0 : 1);
  return opened.sort((a, b) => rank(a) - rank(b));
}

/** Checks packages whose files are at hand, against the table schemas and against each other. */
export function checkOpened(
  opened: readonly OpenedPackage[],
  { schemas, limits = defaultLimits, known, today = new Date() }: CheckOptions & { readonly schemas: TableSchemas },
): CheckOutcome {
  const mistakes: Mistake[] = opened.flatMap((one) => one.mistakes);
  const read = opened.flatMap((one) => {
    if (!one.descriptor) return [];
    const outcome = readDelivery(one, one.descriptor, schemas, limits);
    mistakes.push(...outcome.mistakes);
    return [{ delivery: outcome.delivery, own: indexDelivery(outcome.delivery, one.descriptor.unreadable) }];
  });
  const deliveries = read.map(({ delivery }) => delivery);
  mistakes.push(...checkOwners(deliveries));

  const reference = read.find(({ delivery }) => delivery.owner === NATIONAL)?.own;
  const isReferenceUnreadable = opened.some(({ descriptor }) => descriptor === null);
  if (!reference && !known && read.length > 0 && !isReferenceUnreadable) mistakes.push(noReference(deliveries));
  const national = reference ?? (known && !isReferenceUnreadable ? indexKnown(known) : unknownRecords);
  for (const { delivery, own } of read) {
    mistakes.push(...checkTableSizes(delivery, limits));
    mistakes.push(...checkDelivery(delivery, own, national, schemas, today));
  }
  return { mistakes: inOrder(mistakes), deliveries };
}

function checkDelivery(
  delivery: Delivery,
  own: KeyIndex,
  national: KeyIndex,
  schemas: TableSchemas,
  today: Date,
): Mistake[] {
  const keys = checkKeys(delivery);
  const references = checkReferences(delivery, joinIndexes(own, national));
  const citations = checkCitations(delivery, own, schemas);
  const context = { excused: citations.excused, today };
  const broken = rules.flatMap((rule) => rule.check(delivery, context));
  return [...keys, ...references, ...citations.mistakes, ...broken, ...checkMunicipality(delivery, national)];
}

/** The owner is a municipality that exists. */
function checkMunicipality({ owner, folder }: Delivery, national: KeyIndex): Mistake[] {
  if (owner === NATIONAL || !national.isWhole("municipalities") || national.has("municipalities", owner)) return [];
  const message = `There is no municipality with the code ${owner}.`;
  const remedy = "Write the four digits that SCB gives the municipality, such as 2181 for Sandviken.";
  const place = { file: `${folder}/datapackage.json`, column: "kommungraf.owner", value: owner };
  return [mistakeAt(place, { code: "OWNER_INVALID", message, remedy })];
}

/** Two packages of one owner would withdraw each other's records. */
function checkOwners(deliveries: readonly Delivery[]): Mistake[] {
  const firstFolders = new Map<string, string>();
  return deliveries.flatMap(({ owner, folder }) => {
    const first = firstFolders.get(owner);
    firstFolders.set(owner, first ?? folder);
    if (first === undefined) return [];
    const message = `The package in "${first}" has the owner ${owner} too.`;
    const remedy = "Put all that one owner has in one package.";
    const place = { file: `${folder}/datapackage.json`, column: "kommungraf.owner", value: owner };
    return [mistakeAt(place, { code: "OWNER_TWICE", message, remedy })];
  });
}

function noReference([first]: readonly Delivery[]): Mistake {
  const message = "There are no national records and code lists to check against.";
  const remedy = "Give the folder of the reference package too, such as seeds/reference.";
  return mistakeAt({ file: `${first?.folder}/datapackage.json` }, { code: "REFERENCE_DATA_MISSING", message, remedy });
}
