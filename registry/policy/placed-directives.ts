import { type ConstDirectiveNode, Kind } from "graphql";
import { withoutNamespace } from "../checks/federation";
import {
  coordinateOf,
  type DeclaredType,
  isKeyField,
  type Member,
  membersOf,
  publicName,
  type Survey,
  type TypePart,
} from "./survey";

/** A directive with what it stands on. */
export interface Placed {
  readonly directive: ConstDirectiveNode;
  readonly place:
    | "SCHEMA"
    | "OPEN_ENTITY"
    /** Key field of a type that is declared as an extension, as Federation 1 had it. */
    | "EXTENDED_KEY_FIELD"
    | "KEY_FIELD"
    | "HUB_SCALAR"
    | "OWN_OBJECT"
    | "OWN_SCALAR"
    /** Interface, union, enum or input. */
    | "OWN_TYPE"
    /** Field of an own object or interface, or an own field of the hub's types. */
    | "OWN_FIELD"
    /** Argument, field of an input, value of an enum. */
    | "OWN_VALUE"
    | "ELSEWHERE";
  readonly coordinate?: string;
}

/** Every use of a directive in a schema. */
export function placedDirectives(survey: Survey): Placed[] {
  const placed: Placed[] = [];
  const add = (node: unknown, place: Placed["place"], coordinate?: string) => {
    const { directives = [] } = node as { directives?: readonly ConstDirectiveNode[] };
    for (const directive of directives) placed.push({ directive, place, coordinate });
  };
  for (const definition of survey.document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) {
      add(definition, "SCHEMA");
    } else if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
      for (const argument of definition.arguments ?? []) add(argument, "ELSEWHERE", `@${definition.name.value}`);
    }
  }
  for (const type of survey.types.values()) {
    for (const part of type.parts) {
      add(part, placeOfType(type, part), publicName(type));
      for (const member of membersOf(part)) {
        add(member, placeOfMember(survey, type, part, member), coordinateOf(type, member));
        const isOwn = placeOfMember(survey, type, part, member) === "OWN_FIELD";
        for (const argument of ("arguments" in member && member.arguments) || []) {
          add(argument, isOwn ? "OWN_VALUE" : "ELSEWHERE", coordinateOf(type, member, argument));
        }
      }
    }
  }
  return placed;
}

function placeOfType({ standing }: DeclaredType, { kind }: TypePart): Placed["place"] {
  if (standing === "OPEN_ENTITY") return "OPEN_ENTITY";
  if (standing === "HUB_SCALAR" || standing === "BUILT_IN") return "HUB_SCALAR";
  if (!isOwn(standing)) return "ELSEWHERE";
  if (kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION) return "OWN_OBJECT";
  return kind === Kind.SCALAR_TYPE_DEFINITION || kind === Kind.SCALAR_TYPE_EXTENSION ? "OWN_SCALAR" : "OWN_TYPE";
}

function placeOfMember(survey: Survey, type: DeclaredType, part: TypePart, member: Member): Placed["place"] {
  if (member.kind !== Kind.FIELD_DEFINITION) return isOwn(type.standing) ? "OWN_VALUE" : "ELSEWHERE";
  if (isKeyField(survey, type, member)) return isExtension(part) ? "EXTENDED_KEY_FIELD" : "KEY_FIELD";
  if (type.standing === "OPEN_ENTITY" || type.standing === "QUERY") {
    return survey.names.ownerOfField(member.name.value)?.name === survey.owner.name ? "OWN_FIELD" : "ELSEWHERE";
  }
  return isOwn(type.standing) ? "OWN_FIELD" : "ELSEWHERE";
}

/** A type that only has a wrong name is looked at as if it had the right one, so that all is told at once. */
const isOwn = (standing: DeclaredType["standing"]) =>
  standing === "OWN" || standing === "OTHER_OWNER" || standing === "NOBODYS";

const isExtension = ({ kind, directives = [] }: TypePart) =>
  kind === Kind.OBJECT_TYPE_EXTENSION || directives.some(({ name }) => withoutNamespace(name.value) === "extends");
