import type { AreasImport } from "../../subgraphs/areas/import";
import { type Delivery, flagOf, groupBy, integerOf, listOf, type Row, rowsOf, textOf } from "../table";
import { municipalitySlugs } from "./municipality-slugs";
import type { ProvenanceIndex } from "./provenance";
import { bilingual, floatOf, present, quantityOf, requiredText } from "./values";

type AreaImportRow = AreasImport["areas"][number];

/** What the areas room stores of a delivery, apart from the delivery itself. */
export function areaRows(delivery: Delivery, provenance: ProvenanceIndex): Omit<AreasImport, "supply"> {
  const typesByArea = groupBy(rowsOf(delivery, "area-types"), "area");
  const slugs = municipalitySlugs(
    rowsOf(delivery, "municipalities").map((row) => ({
      code: requiredText(row, "code"),
      name: requiredText(row, "name"),
    })),
  );
  return {
    owner: delivery.owner,
    counties: rowsOf(delivery, "counties").map((row) => ({
      code: requiredText(row, "code"),
      name: requiredText(row, "name"),
      ...provenance.of("counties", row),
    })),
    municipalities: rowsOf(delivery, "municipalities").map((row) => ({
      code: requiredText(row, "code"),
      name: requiredText(row, "name"),
      slug: present(slugs.get(requiredText(row, "code")) ?? null, row, "name"),
      countyCode: requiredText(row, "county"),
      organisationNumber: textOf(row, "organisation_number"),
      latitude: floatOf(row, "latitude"),
      longitude: floatOf(row, "longitude"),
      ...provenance.of("municipalities", row),
    })),
    populations: rowsOf(delivery, "populations").map((row) => ({
      municipalityCode: requiredText(row, "municipality"),
      year: present(integerOf(row, "year"), row, "year"),
      value: present(integerOf(row, "value"), row, "value"),
      ...provenance.of("populations", row),
    })),
    areas: rowsOf(delivery, "areas").map((row) => toArea(row, typesByArea.get(requiredText(row, "id")) ?? [])),
  };

  function toArea(row: Row, types: readonly Row[]): AreaImportRow {
    return {
      municipalityCode: delivery.owner,
      id: requiredText(row, "id"),
      name: requiredText(row, "name"),
      aliases: listOf(row, "aliases"),
      kind: requiredText(row, "kind"),
      parentId: textOf(row, "parent"),
      isPriority: present(flagOf(row, "is_priority"), row, "is_priority"),
      goal: bilingual(row, "goal"),
      description: bilingual(row, "description"),
      latitude: floatOf(row, "latitude"),
      longitude: floatOf(row, "longitude"),
      regsoCodes: listOf(row, "regso_codes").map((text) => {
        const [code = "", version = ""] = text.split("@");
        return { code, version };
      }),
      areaTypes: types.map((one) => ({
        regso: { code: requiredText(one, "regso_code"), version: requiredText(one, "regso_version") },
        type: present(integerOf(one, "type"), one, "type"),
        year: present(integerOf(one, "year"), one, "year"),
      })),
      populationStatement: quantityOf(row, "population_"),
      leadOrganisationIds: listOf(row, "lead_organisations"),
      ...provenance.of("areas", row, { sources: [["area-types", types]], notes: [["area-types", types]] }),
    };
  }
}
