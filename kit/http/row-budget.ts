import type { ApolloServerPlugin } from "@apollo/server";
import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isObjectType,
} from "graphql";
import { publicError } from "../errors";

/**
 * Bounds what one answer may hold while it is being built: when the lists in it have more rows together than the
 * budget, the rest of the lists stay empty, so that the work ends, and the answer is one ANSWER_TOO_LARGE without data.
 * The schema's list fields are made to count, in place.
 */
export function useRowBudget(schema: GraphQLSchema, limit: number): ApolloServerPlugin<object> {
  const rowsLeft = new WeakMap<object, number>();

  /** @returns the list, or an empty one when the budget has run out */
  function spend(list: unknown, context: object): unknown {
    const left = rowsLeft.get(context);
    if (left === undefined || !Array.isArray(list)) return list;
    rowsLeft.set(context, left - list.length);
    return list.length > left ? [] : list;
  }

  const counting =
    (resolve: GraphQLFieldResolver<unknown, object>): GraphQLFieldResolver<unknown, object> =>
    (source, args, context, info) => {
      const result = resolve(source, args, context, info);
      return result instanceof Promise ? result.then((list) => spend(list, context)) : spend(result, context);
    };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (isList(field.type)) field.resolve = counting(field.resolve ?? defaultFieldResolver);
    }
  }

  return {
    async requestDidStart() {
      return {
        async executionDidStart({ contextValue }) {
          rowsLeft.set(contextValue, limit);
        },
        async willSendResponse({ contextValue, response }) {
          if ((rowsLeft.get(contextValue) ?? 0) >= 0) return;
          const error = publicError(
            "ANSWER_TOO_LARGE",
            `The answer has more than ${limit} rows. Ask for fewer rows or lists.`,
            { limit },
          );
          response.body = { kind: "single", singleResult: { data: null, errors: [error.toJSON()] } };
        },
      };
    },
  };
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
