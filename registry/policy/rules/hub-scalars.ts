import { Kind } from "graphql";
import { findingAt } from "../../checks/finding";
import type { Rule } from "../rule";
import { typesOf } from "../survey";

/** A scalar of the hub's may be named, since a schema must declare what it uses, and not be changed. */
export const hubScalars: Rule = (survey) =>
  typesOf(survey, "HUB_SCALAR", "BUILT_IN").flatMap(({ name, parts }) =>
    parts
      .filter(({ kind, directives = [] }) => kind !== Kind.SCALAR_TYPE_DEFINITION || directives.length > 0)
      .map((part) =>
        findingAt(part, "HUB_SCALAR", {
          message: `${name} is a scalar of the hub's; what it is cannot be changed.`,
          remedy: `Write it without anything: scalar ${name}`,
          coordinate: name,
        }),
      ),
  );
