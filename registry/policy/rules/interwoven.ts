import { Kind } from "graphql";
import { findingAt } from "../../checks/finding";
import { plannerLimits } from "../../checks/limits";
import type { Finding } from "../../findings";
import type { Rule } from "../rule";
import { type DeclaredType, leadsTo, namedIn, outputFieldsOf, type Survey, typesOf } from "../survey";

/** How closely an owner's types may hang together: a planner keeps every way of two steps from field to field. */
export const interwoven: Rule = (survey) => {
  const members = membersByType(survey);
  const tooMany = tooManyMembers(members);
  return tooMany.length > 0 ? tooMany : tooManyWays(survey, members);
};

type Members = ReadonlyMap<DeclaredType, readonly DeclaredType[]>;

/** Unions and interfaces of the owner's with the types in each. */
function membersByType(survey: Survey): Members {
  const own = typesOf(survey, "OWN");
  const members = new Map(own.filter(isAbstract).map((type) => [type, [] as DeclaredType[]]));
  const add = (abstract: DeclaredType | undefined, member: DeclaredType | undefined) => {
    if (abstract && member) members.get(abstract)?.push(member);
  };
  for (const type of own) {
    const isUnion = type.parts[0].kind === Kind.UNION_TYPE_DEFINITION;
    for (const { name } of type.parts.flatMap(namedIn)) {
      const other = survey.types.get(name.value);
      if (isUnion) add(type, other);
      else add(other, type);
    }
  }
  return members;
}

const isAbstract = ({ parts: [{ kind }] }: DeclaredType) =>
  kind === Kind.UNION_TYPE_DEFINITION ||
  kind === Kind.UNION_TYPE_EXTENSION ||
  kind === Kind.INTERFACE_TYPE_DEFINITION ||
  kind === Kind.INTERFACE_TYPE_EXTENSION;

/** A planner compares each union and interface with each other, and each of their types too. */
function tooManyMembers(members: Members): Finding[] {
  const count = [...members.values()].reduce((sum, { length }) => sum + length, 0);
  const [[largest] = []] = [...members].sort(([, a], [, b]) => b.length - a.length);
  const { abstractTypes, members: mostMembers } = plannerLimits;
  if (!largest || (members.size <= abstractTypes && count <= mostMembers)) return [];
  return [
    findingAt(largest.parts[0], "TOO_INTERWOVEN", {
      message: `The schema has ${members.size} unions and interfaces with ${count} types in them; an owner may have ${abstractTypes} with ${mostMembers}.`,
      remedy: "Use fewer unions and interfaces, or one object type for kinds that differ little.",
      coordinate: largest.name,
    }),
  ];
}

function tooManyWays(survey: Survey, members: Members): Finding[] {
  const leading = new Map<string, number>();
  const lead = (name: string) => leading.set(name, (leading.get(name) ?? 0) + 1);
  for (const { parts } of survey.types.values()) parts.flatMap(outputFieldsOf).map(leadsTo).forEach(lead);
  for (const some of members.values()) for (const { name } of some) lead(name);

  const ways = typesOf(survey, "OWN")
    .map((type) => {
      const size = type.parts.flatMap(outputFieldsOf).length + (members.get(type)?.length ?? 0);
      return { type, count: (leading.get(type.name) ?? 0) * size };
    })
    .sort((a, b) => b.count - a.count);
  const count = ways.reduce((sum, one) => sum + one.count, 0);
  const [largest] = ways;
  if (!largest || count <= plannerLimits.ways) return [];
  return [
    findingAt(largest.type.parts[0], "TOO_INTERWOVEN", {
      message: `From field to field there are ${count} ways of two steps, most of them through ${largest.type.name}; an owner may have ${plannerLimits.ways}.`,
      remedy: `Split ${largest.type.name} into several types, or lead to it from fewer fields.`,
      coordinate: largest.type.name,
    }),
  ];
}
