import type { CertaintyValue } from "../../kit/record";
import type { InitiativesImport } from "../../subgraphs/initiatives/import";
import { type Delivery, dateOf, flagOf, groupBy, integerOf, listOf, type Row, rowsOf, textOf } from "../table";
import { initiativesWithAmount } from "./initiatives-with-amount";
import { knownYears } from "./known-years";
import type { ProvenanceIndex } from "./provenance";
import {
  bilingual,
  floatOf,
  keyPart,
  periodOf,
  present,
  quantityOf,
  requiredBilingual,
  requiredDate,
  requiredText,
  requiredWord,
} from "./values";

type Rows<Table extends keyof InitiativesImport> = InitiativesImport[Table];
type InitiativeImportRow = Rows<"initiatives">[number];

/** What the initiatives room stores of a delivery. */
export function initiativeRows(delivery: Delivery, provenance: ProvenanceIndex): InitiativesImport {
  const { owner } = delivery;
  return {
    owner,
    codes: codes(delivery, provenance),
    sourceDocuments: rowsOf(delivery, "source-documents").map((row) => ({
      ...ownKey(owner, row),
      title: requiredText(row, "title"),
      publisherId: textOf(row, "publisher"),
      kind: requiredText(row, "kind"),
      publishedOn: dateOf(row, "published_on"),
      modifiedOn: dateOf(row, "modified_on"),
      url: textOf(row, "url"),
      registrationNumbers: listOf(row, "registration_numbers"),
      ...provenance.of("source-documents", row),
    })),
    programmes: rowsOf(delivery, "programmes").map((row) => ({
      ...ownKey(owner, row),
      name: requiredText(row, "name"),
      aliases: listOf(row, "aliases"),
      purpose: bilingual(row, "purpose"),
      description: bilingual(row, "description"),
      startYear: integerOf(row, "start_year"),
      parentId: textOf(row, "parent"),
      ...provenance.of("programmes", row),
    })),
    initiatives: initiatives(delivery, provenance),
    participations: rowsOf(delivery, "participations").map((row) => ({
      municipalityCode: owner,
      initiativeId: keyPart(row, "initiative"),
      programmeId: keyPart(row, "programme"),
      organisationId: requiredText(row, "organisation"),
      role: requiredText(row, "role"),
      certainty: requiredWord(row, "certainty"),
      note: bilingual(row, "note"),
      ...provenance.of("participations", row),
    })),
    targets: rowsOf(delivery, "targets").map((row) => ({
      ...ownKey(owner, row),
      ...subject(row),
      indicator: requiredText(row, "indicator"),
      statement: requiredBilingual(row, "statement"),
      direction: textOf(row, "direction"),
      value: floatOf(row, "value"),
      unit: textOf(row, "unit"),
      baseline: floatOf(row, "baseline"),
      deadline: textOf(row, "deadline"),
      ...provenance.of("targets", row),
    })),
    results: rowsOf(delivery, "results").map((row) => ({
      ...ownKey(owner, row),
      ...subject(row),
      targetId: textOf(row, "target"),
      indicator: requiredText(row, "indicator"),
      statement: requiredBilingual(row, "statement"),
      quantity: quantityOf(row),
      unit: textOf(row, "unit"),
      date: dateOf(row, "date"),
      ...provenance.of("results", row),
    })),
    milestones: rowsOf(delivery, "milestones").map((row, index) => ({
      ...ownKey(owner, row),
      position: index + 1,
      ...subject(row),
      date: requiredDate(row, "date"),
      title: requiredBilingual(row, "title"),
      ...provenance.of("milestones", row),
    })),
    decisions: rowsOf(delivery, "decisions").map((row, index) => ({
      ...ownKey(owner, row),
      position: index + 1,
      title: requiredBilingual(row, "title"),
      date: dateOf(row, "date"),
      bodyId: textOf(row, "body"),
      status: requiredText(row, "status"),
      registrationNumbers: listOf(row, "registration_numbers"),
      childRightsAssessment: flagOf(row, "child_rights_assessment"),
      initiativeIds: listOf(row, "initiatives"),
      programmeId: textOf(row, "programme"),
      ...provenance.of("decisions", row),
    })),
    consultations: consultations(delivery, provenance),
    calls: rowsOf(delivery, "calls").map((row) => ({
      ...ownKey(owner, row),
      name: requiredText(row, "name"),
      description: bilingual(row, "description"),
      opens: dateOf(row, "opens"),
      closes: dateOf(row, "closes"),
      issuerId: textOf(row, "issuer"),
      granteeIds: listOf(row, "grantees"),
      initiativeId: requiredText(row, "initiative"),
      ...provenance.of("calls", row),
    })),
  };
}

function ownKey(owner: string, row: Row) {
  return { municipalityCode: owner, id: requiredText(row, "id") };
}

function subject(row: Row) {
  return { initiativeId: textOf(row, "initiative"), programmeId: textOf(row, "programme") };
}

function byPosition(a: Row, b: Row): number {
  return (integerOf(a, "position") ?? 0) - (integerOf(b, "position") ?? 0);
}

function codes(delivery: Delivery, provenance: ProvenanceIndex): Rows<"codes"> {
  return rowsOf(delivery, "code-lists").map((row) => ({
    list: requiredWord(row, "list"),
    code: requiredText(row, "code"),
    position: present(integerOf(row, "position"), row, "position"),
    label: requiredBilingual(row, "label"),
    cofog: listOf(row, "cofog"),
    sdgTargets: listOf(row, "sdg_targets"),
    koladaKpis: listOf(row, "kolada_kpis"),
    ...provenance.of("code-lists", row),
  }));
}

function initiatives(delivery: Delivery, provenance: ProvenanceIndex): Rows<"initiatives"> {
  const histories = groupBy(rowsOf(delivery, "status-history"), "initiative");
  const withAmount = initiativesWithAmount(delivery);
  return rowsOf(delivery, "initiatives").map((row) => {
    const id = requiredText(row, "id");
    const history = (histories.get(id) ?? []).toSorted(byPosition);
    const plannedPeriod = periodOf(row, "planned_start", "planned_end");
    const actualPeriod = periodOf(row, "actual_start", "actual_end");
    const statusHistory = history.map((one) => ({
      status: requiredText(one, "status"),
      date: dateOf(one, "date"),
      certainty: requiredWord<CertaintyValue>(one, "certainty"),
      note: bilingual(one, "note"),
      sources: provenance.sourcesOf("status-history", one),
    }));
    return {
      ...ownKey(delivery.owner, row),
      name: requiredText(row, "name"),
      aliases: listOf(row, "aliases"),
      description: bilingual(row, "description"),
      programmeId: textOf(row, "programme"),
      status: requiredText(row, "status"),
      statusHistory,
      isPilot: present(flagOf(row, "is_pilot"), row, "is_pilot"),
      isReserve: present(flagOf(row, "is_reserve"), row, "is_reserve"),
      plannedPeriod,
      actualPeriod,
      ...knownYears([plannedPeriod, actualPeriod], statusHistory),
      strategyArea: textOf(row, "strategy_area"),
      themes: listOf(row, "themes"),
      targetGroups: listOf(row, "target_groups"),
      instrument: textOf(row, "instrument"),
      classification: classification(row),
      areaIds: listOf(row, "areas"),
      areaStatement: bilingual(row, "area_statement"),
      hasAmount: withAmount.has(id),
      ...provenance.of("initiatives", row, { notes: [["status-history", history]] }),
    };
  });
}

function classification(row: Row): InitiativeImportRow["classification"] {
  const classifiedBy = textOf(row, "classified_by");
  if (classifiedBy === null) return null;
  return {
    classifiedBy,
    classifiedOn: requiredText(row, "classified_on"),
    certainty: requiredWord(row, "classification_certainty"),
    cofog: listOf(row, "cofog"),
    sdgTargets: listOf(row, "sdg_targets"),
  };
}

function consultations(delivery: Delivery, provenance: ProvenanceIndex): Rows<"consultations"> {
  const stagesByConsultation = groupBy(rowsOf(delivery, "consultation-stages"), "consultation");
  return rowsOf(delivery, "consultations").map((row) => {
    const stages = (stagesByConsultation.get(requiredText(row, "id")) ?? []).toSorted(byPosition);
    return {
      ...ownKey(delivery.owner, row),
      ...subject(row),
      name: requiredText(row, "name"),
      description: bilingual(row, "description"),
      period: periodOf(row, "start", "end"),
      stages: stages.map((stage) => ({
        label: requiredBilingual(stage, "label"),
        quantity: present(quantityOf(stage), stage, "as_printed"),
        sources: provenance.sourcesOf("consultation-stages", stage),
      })),
      ...provenance.of("consultations", row, { notes: [["consultation-stages", stages]] }),
    };
  });
}
