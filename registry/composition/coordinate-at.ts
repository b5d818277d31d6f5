import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from "graphql";

/** What a coordinate is made of. */
const NAMED: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_TYPE_EXTENSION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.UNION_TYPE_EXTENSION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_EXTENSION,
  Kind.FIELD_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);

/**
 * The schema coordinate of what stands at a place in a schema's text, such as Area.sundsvall or
 * Query.sundsvallNeed(id:); undefined outside types.
 * @param offset in characters from the beginning of the text
 */
export function coordinateAt(document: DocumentNode, offset: number): string | undefined {
  let coordinate: string | undefined;
  const isAround = ({ loc }: ASTNode) => loc !== undefined && loc.start <= offset && offset < loc.end;
  visit(document, {
    enter(node, key) {
      if (node.kind === Kind.DOCUMENT) return undefined;
      if (!isAround(node)) return false;
      if (node.kind === Kind.INPUT_VALUE_DEFINITION) {
        const isArgument = coordinate?.includes(".") ?? false;
        coordinate = isArgument ? `${coordinate}(${node.name.value}:)` : `${coordinate}.${node.name.value}`;
        return BREAK;
      }
      if (NAMED.has(node.kind) && "name" in node && node.name) {
        const name = (node.name as { value: string }).value;
        coordinate = coordinate === undefined ? name : `${coordinate}.${name}`;
      }
      return key === "loc" ? false : undefined;
    },
  });
  return coordinate;
}
