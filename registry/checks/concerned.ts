import type { Change } from "@graphql-inspector/core";
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from "graphql";

/**
 * Coordinates of which an operation must touch one for a breaking change to break it. Rather one too many: values of enums
 * that come in variables or in answers are seen nowhere, so that whatever has the enum's type is taken for them.
 */
export function concernedOperations(change: Change, old: GraphQLSchema, next: GraphQLSchema): string[] {
  const [typeName = "", memberName, argumentName] = (change.path ?? "").split(".");
  const type = old.getType(typeName);
  if (!type) return [];
  if (memberName === undefined) return [...membersOf(type), ...usersOf(type, old)];
  const member = `${typeName}.${memberName}`;
  if (isEnumType(type)) return [member, ...usersOf(type, old)];
  if (isInputObjectType(type)) {
    return isRequiredIn(next, typeName, memberName) ? [member, ...membersOf(type), ...usersOf(type, old)] : [member];
  }
  if (argumentName === undefined) return [member];
  const argument = `${member}(${argumentName}:)`;
  // Who leaves out an argument that must be given is broken too.
  return argumentOf(next, typeName, memberName, argumentName, isRequiredArgument) ? [argument, member] : [argument];
}

/** What a type consists of, as coordinates. */
function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
  }
  return [];
}

/** Every field, argument and input field through which an operation can come upon a type. */
function usersOf(wanted: GraphQLNamedType, schema: GraphQLSchema): string[] {
  const reached = new Set([wanted.name, ...abstractTypesOf(wanted, schema)]);
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => {
      if (isInputObjectType(type)) {
        return Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name === wanted.name)
          .map((field) => `${type.name}.${field.name}`);
      }
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) => [
        ...(reached.has(getNamedType(field.type).name) ? [`${type.name}.${field.name}`] : []),
        ...field.args
          .filter((argument) => getNamedType(argument.type).name === wanted.name)
          .map((argument) => `${type.name}.${field.name}(${argument.name}:)`),
      ]);
    });
}

/** An answer of a union's or interface's type may hold the type. */
function abstractTypesOf(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const unions = Object.values(schema.getTypeMap()).filter(
    (candidate) => isUnionType(candidate) && candidate.getTypes().some(({ name }) => name === type.name),
  );
  return [...type.getInterfaces(), ...unions].map(({ name }) => name);
}

function isRequiredIn(schema: GraphQLSchema, typeName: string, fieldName: string): boolean {
  const type = schema.getType(typeName);
  const field = isInputObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field !== undefined && isRequiredInputField(field);
}

function argumentOf(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
  argumentName: string,
  test: (argument: GraphQLArgument) => boolean,
): boolean {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const argument = type.getFields()[fieldName]?.args.find(({ name }) => name === argumentName);
  return argument !== undefined && test(argument);
}
