import { cutFindings } from "../checks/cut-findings";
import type { Finding } from "../findings";
import type { Rule } from "./rule";
import { declaredTwice } from "./rules/declared-twice";
import { descriptions } from "./rules/descriptions";
import { directives } from "./rules/directives";
import { entityKey } from "./rules/entity-key";
import { entityKeyField } from "./rules/entity-key-field";
import { entityKind } from "./rules/entity-kind";
import { federationDefinitions } from "./rules/federation-definitions";
import { fieldNames } from "./rules/field-names";
import { hubDescriptions } from "./rules/hub-descriptions";
import { hubScalars } from "./rules/hub-scalars";
import { imports } from "./rules/imports";
import { interwoven } from "./rules/interwoven";
import { members } from "./rules/members";
import { nothingPublished } from "./rules/nothing-published";
import { nullableFields } from "./rules/nullable-fields";
import { ownDirectives } from "./rules/own-directives";
import { references } from "./rules/references";
import { reservedNames } from "./rules/reserved-names";
import { rootType } from "./rules/root-type";
import { specifiedBy } from "./rules/specified-by";
import { tooMuchOfHub } from "./rules/too-much-of-hub";
import { typeNames } from "./rules/type-names";
import type { PolicySubject } from "./subject";
import { surveyOf } from "./survey";

const rules: readonly Rule[] = [
  typeNames,
  fieldNames,
  reservedNames,
  declaredTwice,
  rootType,
  entityKind,
  entityKey,
  entityKeyField,
  nullableFields,
  hubScalars,
  hubDescriptions,
  references,
  members,
  tooMuchOfHub,
  interwoven,
  directives,
  specifiedBy,
  imports,
  ownDirectives,
  federationDefinitions,
  nothingPublished,
  descriptions,
];

/**
 * What makes it impossible that an owner's subgraph changes, hides or takes over anything that is not the owner's.
 * All rules run and tell everything at once, in the order of the text. Throws for no schema that parses.
 */
export function checkPolicy(subject: PolicySubject): Finding[] {
  const survey = surveyOf(subject);
  return cutFindings(rules.flatMap((rule) => rule(survey)).sort(byPlace));
}

/** Those about the whole come last. */
function byPlace(a: Finding, b: Finding): number {
  const line = (finding: Finding) => finding.line ?? Number.MAX_SAFE_INTEGER;
  return line(a) - line(b) || (a.column ?? 0) - (b.column ?? 0);
}
