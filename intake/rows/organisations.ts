import type { OrganisationsImport } from "../../subgraphs/organisations/import";
import { type Delivery, groupBy, listOf, rowsOf, textOf } from "../table";
import type { ProvenanceIndex } from "./provenance";
import { bilingual, requiredBilingual, requiredText } from "./values";

/** What the organisations room stores of a delivery. */
export function organisationRows(delivery: Delivery, provenance: ProvenanceIndex): OrganisationsImport {
  const contactsByOrganisation = groupBy(rowsOf(delivery, "contacts"), "organisation");
  return {
    owner: delivery.owner,
    organisations: rowsOf(delivery, "organisations").map((row) => {
      const contacts = contactsByOrganisation.get(requiredText(row, "id")) ?? [];
      return {
        municipalityCode: delivery.owner,
        id: requiredText(row, "id"),
        name: requiredText(row, "name"),
        aliases: listOf(row, "aliases"),
        kind: requiredText(row, "kind"),
        legalForm: textOf(row, "legal_form"),
        organisationNumber: textOf(row, "organisation_number"),
        parentId: textOf(row, "parent"),
        description: bilingual(row, "description"),
        contacts: contacts.map((contact) => ({
          role: requiredBilingual(contact, "role"),
          address: textOf(contact, "address"),
        })),
        ...provenance.of("organisations", row, { sources: [["contacts", contacts]], notes: [["contacts", contacts]] }),
      };
    }),
  };
}
