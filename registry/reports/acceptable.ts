import { Kind, parse, visit } from "graphql";
import { sha256 } from "../sha256";

const SIGNATURE_BYTES = 20_000;
const MOST_COORDINATES = 2000;
const COORDINATE = /^[_A-Za-z]\w*\.[_A-Za-z]\w*(\([_A-Za-z]\w*:\))?$/;
/** A program's name and version: neither an address, nor digits enough to be a person's number. */
const CLIENT = /^(?!.*\d{6})[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/;

/**
 * Whether an operation may be kept: it is its hash's own, of bearable size, and holds nothing that its writer has chosen,
 * neither literals nor names. Gateways take them out; whatever one has forgotten does not get further than here.
 */
export function isAcceptable(operation: {
  readonly hash: string;
  readonly signature: string;
  readonly coordinates: readonly string[];
}): boolean {
  const { hash, signature, coordinates } = operation;
  return (
    Buffer.byteLength(signature) <= SIGNATURE_BYTES &&
    coordinates.length <= MOST_COORDINATES &&
    coordinates.every((coordinate) => COORDINATE.test(coordinate)) &&
    hash === sha256(signature) &&
    isImpersonal(signature)
  );
}

/** The name, or `unknown` for one that could say who a person is. */
export const acceptableClient = (client: string) => (CLIENT.test(client) ? client : "unknown");

function isImpersonal(signature: string): boolean {
  // Strings are empty, so that this begins a comment, which may hold anything.
  if (signature.includes("#")) return false;
  let isSo = true;
  const refuse = () => {
    isSo = false;
  };
  const variables = new Set<string>();
  const fragments = new Set<string>();
  try {
    visit(parse(signature, { noLocation: true }), {
      enter(node) {
        if (node.kind === Kind.STRING && node.value !== "") refuse();
        if ((node.kind === Kind.INT || node.kind === Kind.FLOAT) && node.value !== "0") refuse();
        if (node.kind === Kind.LIST && node.values.length > 0) refuse();
        if (node.kind === Kind.OBJECT && node.fields.length > 0) refuse();
        if (node.kind === Kind.OPERATION_DEFINITION && node.name) refuse();
        if (node.kind === Kind.FIELD && node.alias) refuse();
        if (node.kind === Kind.VARIABLE) variables.add(node.name.value);
        if (node.kind === Kind.FRAGMENT_DEFINITION || node.kind === Kind.FRAGMENT_SPREAD)
          fragments.add(node.name.value);
      },
    });
  } catch {
    return false;
  }
  return isSo && areNumbered(variables, "v") && areNumbered(fragments, "F");
}

/** Whether they are the prefix with the numbers from 1 on: any other number could be somebody's. */
function areNumbered(names: ReadonlySet<string>, prefix: string): boolean {
  return Array.from(names, (_, index) => `${prefix}${index + 1}`).every((name) => names.has(name));
}
