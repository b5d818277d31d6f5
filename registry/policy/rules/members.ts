import { findingAt, short } from "../../checks/finding";
import type { Rule } from "../rule";
import { namedIn, type Standing, typesOf } from "../survey";

const told: ReadonlySet<Standing> = new Set(["HUB", "OTHER_OWNER", "NOBODYS"]);

/** Unions and interfaces are made of own types only: a row of the hub's in a union is looked up by no key. */
export const members: Rule = (survey) =>
  typesOf(survey, "OWN", ...told).flatMap(({ name, parts }) =>
    parts.flatMap((part) => {
      return namedIn(part)
        .filter((member) => {
          const standing = survey.standingOf(member.name.value);
          // A type declared under a wrong name has its finding already.
          const isTold = survey.types.has(member.name.value) && told.has(standing);
          return standing !== "OWN" && !isTold;
        })
        .map((member) =>
          findingAt(member, "MEMBER_NOT_OWN", {
            message: `${short(name)} takes in ${short(member.name.value)}, which is not a type of yours.`,
            remedy: "Take it away; an object type of your own may have a field of that type instead.",
            coordinate: name,
          }),
        );
    }),
  );
