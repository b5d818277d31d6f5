import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import type { Identity } from "./identity";
import { type AccessRules, checkAccess } from "./rule";

/** Makes the schema's root fields check the caller before they are resolved; the context says who it is. */
export function guardFields(schema: GraphQLSchema, rules: AccessRules): void {
  for (const [coordinate, rule] of rules) {
    const [type = "", name = ""] = coordinate.split(".");
    const parent = schema.getType(type);
    const field = parent && "getFields" in parent ? parent.getFields()[name] : undefined;
    if (!field || !("args" in field)) throw new Error(`${coordinate} has @access and is no field.`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: { identity: Identity | null }, info) => {
      checkAccess(rule, args, context.identity);
      return resolve(source, args, context, info);
    };
  }
}
