import type { FundingImport } from "../../subgraphs/funding/import";
import { type Delivery, dateOf, groupBy, integerOf, listOf, type Row, rowsOf, textOf } from "../table";
import type { ProvenanceIndex } from "./provenance";
import { bilingual, floatOf, periodOf, present, requiredText, requiredWord, wordOf } from "./values";

type MoneyInPot = NonNullable<FundingImport["pots"][number]["total"]>;

/** What the funding room stores of a delivery. Amounts stay exact decimal text all the way. */
export function fundingRows(delivery: Delivery, provenance: ProvenanceIndex): FundingImport {
  const { owner } = delivery;
  const sharesByAllocation = groupBy(rowsOf(delivery, "allocation-shares"), "allocation");
  const potsById = new Map(rowsOf(delivery, "pots").map((row) => [requiredText(row, "id"), row]));
  return {
    owner,
    fundingSources: rowsOf(delivery, "funding-sources").map((row) => ({
      ...ownKey(owner, row),
      name: requiredText(row, "name"),
      kind: requiredText(row, "kind"),
      organisationId: textOf(row, "organisation"),
      ...provenance.of("funding-sources", row),
    })),
    fundingProgrammes: rowsOf(delivery, "funding-programmes").map((row) => ({
      ...ownKey(owner, row),
      name: requiredText(row, "name"),
      sourceId: requiredText(row, "source"),
      legalBasis: textOf(row, "legal_basis"),
      maxShare: floatOf(row, "max_share"),
      description: bilingual(row, "description"),
      period: periodOf(row, "start", "end"),
      certainty: requiredWord(row, "certainty"),
      ...provenance.of("funding-programmes", row),
    })),
    grants: rowsOf(delivery, "grants").map((row) => ({
      ...ownKey(owner, row),
      name: requiredText(row, "name"),
      sourceId: requiredText(row, "source"),
      programmeId: textOf(row, "programme"),
      programmeCertainty: wordOf(row, "programme_certainty"),
      recipientId: requiredText(row, "recipient"),
      initiativeId: textOf(row, "initiative"),
      ...provenance.of("grants", row),
    })),
    grantEvents: rowsOf(delivery, "grant-events").map((row) => ({
      ...ownKey(owner, row),
      grantId: requiredText(row, "grant"),
      position: present(integerOf(row, "position"), row, "position"),
      ...amount(row),
      kind: requiredText(row, "kind"),
      date: dateOf(row, "date"),
      actorId: textOf(row, "actor"),
      note: bilingual(row, "note"),
      ...provenance.of("grant-events", row),
    })),
    pots: rowsOf(delivery, "pots").map((row) => ({
      ...ownKey(owner, row),
      name: requiredText(row, "name"),
      ...year(row),
      total: present(moneyInPot(row, "total"), row, "total_value"),
      statedAllocationCount: integerOf(row, "stated_allocation_count"),
      statedAllocated: moneyInPot(row, "stated_allocated"),
      statedUnallocated: moneyInPot(row, "stated_unallocated"),
      ...provenance.of("pots", row),
    })),
    potContributions: rowsOf(delivery, "pot-contributions").map((row) => ({
      municipalityCode: owner,
      potId: requiredText(row, "pot"),
      sourceId: requiredText(row, "source"),
      grantId: textOf(row, "grant"),
      ...amount(row),
      // A contribution is for the year of its pot.
      ...year(present(potsById.get(requiredText(row, "pot")) ?? null, row, "pot")),
      ...provenance.of("pot-contributions", row),
    })),
    allocations: rowsOf(delivery, "allocations").map((row) => {
      const shares = sharesByAllocation.get(requiredText(row, "id")) ?? [];
      return {
        ...ownKey(owner, row),
        ...amount(row),
        initiativeId: requiredText(row, "initiative"),
        potId: textOf(row, "pot"),
        grantId: textOf(row, "grant"),
        sourceId: textOf(row, "source"),
        responsibleIds: listOf(row, "responsible"),
        statedShares: shares.map((share) => ({
          sourceId: requiredText(share, "source"),
          value: textOf(share, "value"),
          share: floatOf(share, "share"),
          sources: provenance.sourcesOf("allocation-shares", share),
        })),
        ...provenance.of("allocations", row, { notes: [["allocation-shares", shares]] }),
      };
    }),
    initiativeAmounts: rowsOf(delivery, "initiative-amounts").map((row) => ({
      ...ownKey(owner, row),
      ...amount(row),
      initiativeId: requiredText(row, "initiative"),
      note: bilingual(row, "note"),
      ...provenance.of("initiative-amounts", row),
    })),
  };
}

function ownKey(owner: string, row: Row) {
  return { municipalityCode: owner, id: requiredText(row, "id") };
}

function year(row: Row): Pick<MoneyInPot, "year" | "yearCertainty"> {
  return { year: integerOf(row, "year"), yearCertainty: wordOf(row, "year_certainty") };
}

function amount(row: Row) {
  return {
    value: textOf(row, "value"),
    kind: textOf(row, "kind"),
    ...year(row),
    certainty: wordOf<MoneyInPot["certainty"]>(row, "certainty"),
    precision: wordOf<MoneyInPot["precision"]>(row, "precision"),
    asPrinted: textOf(row, "as_printed"),
  };
}

/** The pot's amounts are for the year of the pot. */
function moneyInPot(row: Row, name: string): MoneyInPot | null {
  const value = textOf(row, `${name}_value`);
  if (value === null) return null;
  return {
    value,
    kind: requiredText(row, `${name}_kind`),
    ...year(row),
    certainty: requiredWord(row, `${name}_certainty`),
    precision: requiredWord(row, `${name}_precision`),
    asPrinted: textOf(row, `${name}_as_printed`),
  };
}
