import type { AmountKind, FundingSourceKind, InitiativeStatus, OrganisationKind } from "../generated/types";

interface Label {
  readonly sv: string;
  readonly en: string;
}

/** What the codes of the schema's closed lists are called; open lists carry their labels themselves. */
export const STATUS_LABELS: Readonly<Record<InitiativeStatus, Label>> = {
  IDEA: { sv: "Idé", en: "Idea" },
  INVESTIGATED: { sv: "Utreds", en: "Being investigated" },
  PROPOSED: { sv: "Föreslagen", en: "Proposed" },
  DECIDED: { sv: "Beslutad", en: "Decided" },
  PLANNED: { sv: "Planerad", en: "Planned" },
  ONGOING: { sv: "Pågående", en: "Ongoing" },
  EXTENDED: { sv: "Förlängd", en: "Extended" },
  COMPLETED: { sv: "Avslutad", en: "Completed" },
  MADE_PERMANENT: { sv: "I ordinarie verksamhet", en: "Part of ordinary operations" },
  CANCELLED: { sv: "Avbruten", en: "Cancelled" },
  UNKNOWN: { sv: "Okänd", en: "Unknown" },
};

export const AMOUNT_KIND_LABELS: Readonly<Record<AmountKind, Label>> = {
  APPLIED: { sv: "Sökt", en: "Applied for" },
  BUDGETED: { sv: "Budgeterat", en: "Budgeted" },
  SET_ASIDE: { sv: "Avsatt", en: "Set aside" },
  PROPOSED: { sv: "Föreslaget", en: "Proposed" },
  ALLOCATED: { sv: "Fördelat", en: "Allocated" },
  AWARDED: { sv: "Beviljat", en: "Awarded" },
  REQUESTED: { sv: "Rekvirerat", en: "Requested" },
  DISBURSED: { sv: "Utbetalt", en: "Disbursed" },
  INCURRED: { sv: "Upparbetat", en: "Incurred" },
  ACCOUNTED: { sv: "Redovisat", en: "Accounted for" },
  REPAID: { sv: "Återbetalt", en: "Repaid" },
  RECLAIMED: { sv: "Återkrävt", en: "Reclaimed" },
  ESTIMATED_TOTAL: { sv: "Beräknad totalkostnad", en: "Estimated total cost" },
  CO_FINANCING: { sv: "Medfinansiering", en: "Co-financing" },
  DERIVED: { sv: "Härlett", en: "Derived" },
};

export const FUNDING_SOURCE_KIND_LABELS: Readonly<Record<FundingSourceKind, Label>> = {
  STATE_GRANT: { sv: "Riktat statsbidrag", en: "Targeted state grant" },
  STATE_SUPPORT: { sv: "Statligt stöd", en: "State support" },
  MUNICIPAL_POT: { sv: "Särskilt avsatta kommunala medel", en: "Municipal money set aside" },
  MUNICIPAL_ORDINARY: { sv: "Ordinarie ram", en: "Ordinary municipal budget" },
  MUNICIPAL_COMPANY: { sv: "Kommunalt bolags medel", en: "Municipal company" },
  REGIONAL: { sv: "Regionala medel", en: "Regional money" },
  EU_FUND: { sv: "EU-fond", en: "EU fund" },
  PRIVATE: { sv: "Privat", en: "Private" },
  CIVIL_SOCIETY: { sv: "Civilsamhälle", en: "Civil society" },
  MIXED_UNSPECIFIED: { sv: "Blandat, fördelning ej angiven", en: "Mixed, split not stated" },
  UNKNOWN: { sv: "Okänd", en: "Unknown" },
};

export const ORGANISATION_KIND_LABELS: Readonly<Record<OrganisationKind, Label>> = {
  MUNICIPALITY: { sv: "Kommun", en: "Municipality" },
  MUNICIPAL_BOARD: { sv: "Nämnd", en: "Municipal board" },
  JOINT_BOARD: { sv: "Gemensam nämnd", en: "Joint board" },
  MUNICIPAL_UNIT: { sv: "Förvaltning eller enhet", en: "Municipal department or unit" },
  MUNICIPAL_ASSOCIATION: { sv: "Kommunalförbund", en: "Association of municipalities" },
  MUNICIPAL_COMPANY: { sv: "Kommunalt bolag", en: "Municipal company" },
  REGION: { sv: "Region", en: "Region" },
  STATE_AGENCY: { sv: "Statlig myndighet", en: "State agency" },
  GOVERNMENT: { sv: "Regeringen", en: "The government" },
  ASSOCIATION: { sv: "Ideell förening", en: "Non-profit association" },
  FOUNDATION: { sv: "Stiftelse", en: "Foundation" },
  COMPANY: { sv: "Företag", en: "Company" },
  INTEREST_ORGANISATION: { sv: "Intresseorganisation", en: "Interest organisation" },
  NETWORK: { sv: "Råd eller nätverk", en: "Council or network" },
  SCHOOL: { sv: "Skola eller annan enhet", en: "School or other unit" },
  UNKNOWN: { sv: "Okänd", en: "Unknown" },
};
