import { type ConstDirectiveNode, Kind } from "graphql";
import { withoutNamespace } from "../../checks/federation";
import { findingAt } from "../../checks/finding";
import type { Finding } from "../../findings";
import type { OpenEntity } from "../../hub-surface";
import type { Rule } from "../rule";
import { addedFields, type DeclaredType, isObjectPart, type Survey, typesOf } from "../survey";

/** A type of the hub's is found by the hub's key, and by no other. */
export const entityKey: Rule = (survey) =>
  typesOf(survey, "OPEN_ENTITY").flatMap((type) => {
    const entity = survey.hub.entities.get(type.name);
    return entity && type.parts.every(isObjectPart) ? judge(survey, type, entity) : [];
  });

function judge(survey: Survey, { name, parts }: DeclaredType, { key }: OpenEntity): Finding[] {
  const remedy = `Write @key(fields: "${key}") after its name, once.`;
  const at = (node: Parameters<typeof findingAt>[0], message: string, better = remedy) =>
    findingAt(node, "ENTITY_KEY", { message, remedy: better, coordinate: name });

  const keys = parts.flatMap(({ directives = [] }) => directives.filter(isKey));
  const [first] = keys;
  if (!first) return [at(parts[0], `${name} has no @key here, so the hub could not ask you about one.`)];
  // Just the text: whoever reads supergraphs may compare it with the hub's without reading it as GraphQL does.
  const wrong = keys.filter((directive) => fieldSet(directive) !== key);
  if (wrong.length > 0) {
    return wrong.map((directive) =>
      at(
        directive,
        fieldSet(directive)?.replace(/[\s,]+/g, "") === key
          ? `The @key of ${name} has spaces or commas about ${key}.`
          : `The hub knows ${name} by its ${key} only; this is another @key.`,
      ),
    );
  }
  const [, second] = keys;
  if (second) return [at(second, `${name} has the same @key twice.`)];
  const ownFields = addedFields(survey).filter(({ type }) => type.name === name);
  if (ownFields.length === 0 || !isUnresolvable(first)) return [];
  return [
    at(
      first,
      `${name} has fields of yours but resolvable: false, so the hub could never ask for them.`,
      "Take resolvable: false away, and let your service resolve references.",
    ),
  ];
}

const isKey = ({ name }: ConstDirectiveNode) => withoutNamespace(name.value) === "key";

function argument(directive: ConstDirectiveNode, name: string) {
  return directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
}

function fieldSet(directive: ConstDirectiveNode): string | undefined {
  const fields = argument(directive, "fields");
  return fields?.kind === Kind.STRING ? fields.value : undefined;
}

function isUnresolvable(directive: ConstDirectiveNode): boolean {
  const resolvable = argument(directive, "resolvable");
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
