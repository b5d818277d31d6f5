import type { Column, ColumnType } from "./column";

const column = (name: string, type: ColumnType, sv: string, en: string): Column => ({
  name,
  type,
  description: { sv, en },
});
const text = (name: string, sv: string, en: string) => column(name, "text", sv, en);
export const required = (given: Column): Column => ({ ...given, required: true });

/** How sure and how exact an amount is, beside it. */
const surenessOf = (name: string, sv: string, en: string): Column[] => [
  text(`${name}Certainty`, `Hur ${sv} är känt: STATED, DERIVED, INFERRED eller UNKNOWN.`, `How ${en} is known.`),
  text(`${name}Precision`, "EXACT eller APPROXIMATE.", "EXACT or APPROXIMATE."),
];

/** A sum or an amount with a meaning of its own: kronor, null when not known. */
export const amountColumns = (name: string, sv: string, en: string): Column[] => [
  column(name, "decimal", `${sv}, kronor; null när det inte är känt.`, `${en}, kronor; null when not known.`),
  ...surenessOf(name, sv.toLowerCase(), en.toLowerCase()),
];

/** An amount as a pot states it: with its kind. */
export const statedColumns = (name: string, sv: string, en: string): Column[] => {
  const [amount, ...sureness] = amountColumns(name, sv, en);
  return [...(amount ? [amount] : []), text(`${name}Kind`, "Slag av belopp.", "Kind of amount."), ...sureness];
};

/** The one amount of a row. */
export const moneyColumns: readonly Column[] = [
  column("amount", "decimal", "Kronor; null när beloppet inte är känt.", "Kronor; null when not known."),
  text("amountKind", "Slag av belopp.", "Kind of amount."),
  ...surenessOf("amount", "beloppet", "the amount"),
  column("year", "integer", "År som pengarna gäller.", "Year that the money is for."),
  text("yearCertainty", "Hur året är känt.", "How the year is known."),
  text("asPrinted", "Som det står i källan.", "As the source prints it."),
];

export const keyColumns: readonly Column[] = [
  required(
    text(
      "municipalityCode",
      "Kommunkod, fyra siffror; 0000 för det som ingen kommun äger.",
      "Municipality code, four digits; 0000 for what no municipality owns.",
    ),
  ),
  required(text("id", "Radens id, detsamma som i grafen där den har posten.", "The row's id, as in the graph.")),
];

export const changedColumn = required(
  column("changedAt", "moment", "När raden senast ändrades här.", "When the row last changed here."),
);

export const withdrawnColumn = column(
  "withdrawnAt",
  "moment",
  "När raden slutade gälla; null medan den gäller. Sådana rader följer med bara med withdrawn=true.",
  "When the row stopped to stand; null while it does. Such rows come with withdrawn=true only.",
);

export const provenanceColumns: readonly Column[] = [
  required(
    column(
      "sources",
      "json",
      "Var uppgifterna står: documentId, locator, quote och field för varje källa.",
      "Where it is said: documentId, locator, quote and field of each source.",
    ),
  ),
  required(column("qualityNotes", "json", "Kända tveksamheter.", "Known doubts.")),
  withdrawnColumn,
  changedColumn,
];

const one = {
  name: text("name", "Namn.", "Name."),
  kind: text("kind", "Slag.", "Kind."),
  aliases: column("aliases", "list", "Andra namn.", "Other names."),
  descriptionSv: text("descriptionSv", "Beskrivning på svenska.", "Description in Swedish."),
  descriptionEn: text("descriptionEn", "Beskrivning på engelska.", "Description in English."),
  sourceId: text("sourceId", "Finansieringskälla.", "Funding source."),
  programmeId: text("programmeId", "Bidragsprogram.", "Funding programme."),
  programmeCertainty: text("programmeCertainty", "Hur programmet är känt.", "How the programme is known."),
  recipientId: text("recipientId", "Mottagande organisation.", "Organisation that receives it."),
  initiativeId: text("initiativeId", "Insats.", "Initiative."),
  grantId: text("grantId", "Bidrag.", "Grant."),
  potId: text("potId", "Avsatt pott.", "Pot."),
  organisationId: text("organisationId", "Organisation.", "Organisation."),
  parentId: text("parentId", "Det som raden hör under.", "What the row belongs under."),
  areaId: text("areaId", "Område.", "Area."),
  areaIds: column("areaIds", "list", "Områden.", "Areas."),
  origin: text("origin", "DATA_PACKAGE, RECORDED eller REPORT.", "DATA_PACKAGE, RECORDED or REPORT."),
  state: text("state", "Läge, härlett ur händelserna.", "State, derived from the events."),
  revision: column("revision", "integer", "Räknar varje ändring.", "Counts every change."),
  awardYears: column("awardYears", "list", "År för beslut om bidrag.", "Years of the awards."),
  year: column("year", "integer", "År.", "Year."),
  yearCertainty: text("yearCertainty", "Hur året är känt.", "How the year is known."),
  number: column("number", "integer", "Ordning i loggen.", "Order in the log."),
  position: column(
    "position",
    "number",
    "Ordning i bidragets liv, med decimaler för det som berättades sent; lika ordnas efter number.",
    "Order in the grant's life, with decimals for what was told late; equal ones come by number.",
  ),
  date: text("date", "Datum (EDTF: dag, månad, årstid eller år).", "Date (EDTF: day, month, season or year)."),
  datePrecision: text("datePrecision", "DAY, MONTH, SEASON eller YEAR.", "DAY, MONTH, SEASON or YEAR."),
  dateCertainty: text("dateCertainty", "Hur datumet är känt.", "How the date is known."),
  totalCost: column("totalCost", "decimal", "Total kostnad, kronor.", "Total cost, kronor."),
  actorId: text("actorId", "Organisation som handlade.", "Organisation that acted."),
  registrationNumber: text("registrationNumber", "Diarienummer.", "Registration number."),
  noteSv: text("noteSv", "Anmärkning på svenska.", "Note in Swedish."),
  noteEn: text("noteEn", "Anmärkning på engelska.", "Note in English."),
  recordedBy: text("recordedBy", "Kommun eller källa som berättade om den.", "Municipality or source that told of it."),
  recordedAt: column("recordedAt", "moment", "När navet tog emot den.", "When the hub took it in."),
  correctsId: text(
    "correctsId",
    "Händelse som den rättar eller tar tillbaka.",
    "Event that it corrects or takes back.",
  ),
  correctedById: text("correctedById", "Händelse som rättar den.", "Event that corrects it."),
  isRetraction: column("isRetraction", "boolean", "Tar tillbaka den som den rättar.", "Takes back what it corrects."),
  reportId: text("reportId", "Återrapport.", "Follow-up report."),
  reportVersion: column("reportVersion", "integer", "Version av rapporten.", "Version of the report."),
  version: column("version", "integer", "Version; null för ett utkast.", "Version; null for a draft."),
  periodStart: column("periodStart", "day", "Första dag.", "First day."),
  periodEnd: column("periodEnd", "day", "Sista dag.", "Last day."),
  startYear: text("periodStart", "Början (EDTF).", "Beginning (EDTF)."),
  endYear: text("periodEnd", "Slut (EDTF).", "End (EDTF)."),
  templateId: text("templateId", "Formulär.", "Form."),
  templateVersion: column("templateVersion", "integer", "Formulärets version.", "Version of the form."),
  reportState: text(
    "state",
    "DRAFT, SUBMITTED, SUPPLEMENT_REQUESTED eller APPROVED.",
    "DRAFT, SUBMITTED, SUPPLEMENT_REQUESTED or APPROVED.",
  ),
  isPublished: column(
    "isPublished",
    "boolean",
    "Om alla får se raden: den godkända versionen.",
    "Whether everybody may see the row: the approved version.",
  ),
  submittedBy: text("submittedBy", "Kommunkod för den som lämnade in.", "Municipality code of who handed it in."),
  submittedAt: column("submittedAt", "moment", "Inlämnad.", "Handed in."),
  hash: text(
    "hash",
    "SHA-256 av innehållet (RFC 8785), hexadecimalt.",
    "SHA-256 of the content (RFC 8785), in hexadecimal.",
  ),
  review: text("review", "SUPPLEMENT_REQUESTED eller APPROVED.", "SUPPLEMENT_REQUESTED or APPROVED."),
  reviewMessage: text("reviewMessage", "Källans ord.", "The source's words."),
  reviewDueOn: column("reviewDueOn", "day", "Sista dag att svara.", "Last day to answer."),
  reviewedAt: column("reviewedAt", "moment", "Granskad.", "Reviewed."),
  approvedCost: column("approvedCost", "decimal", "Godkänd kostnad, kronor.", "Approved cost, kronor."),
  reportedAllocated: column(
    "allocated",
    "decimal",
    "Fördelat till insatser, kronor, summerat.",
    "Allocated to initiatives, kronor, added up.",
  ),
  reportedIncurred: column(
    "incurred",
    "decimal",
    "Upparbetade kostnader, kronor, summerat.",
    "Costs incurred, kronor, added up.",
  ),
  coFinancing: column(
    "coFinancing",
    "decimal",
    "Medfinansiering, kronor, summerat.",
    "Co-financing, kronor, added up.",
  ),
  forecastTotal: column("forecastTotal", "decimal", "Prognos, kronor.", "Forecast, kronor."),
  accounted: column("accounted", "decimal", "Redovisat av bidraget, kronor.", "Spent of the grant, kronor."),
  content: column("content", "json", "Hela innehållet.", "The whole content."),
  allocationNumber: column(
    "allocationNumber",
    "integer",
    "Fördelningens nummer i rapporten.",
    "Number of the allocation in the report.",
  ),
  areaNumber: column(
    "areaNumber",
    "integer",
    "Områdets nummer i fördelningen; 0 utan område.",
    "Number of the area in the allocation; 0 without one.",
  ),
  initiativeAmount: column(
    "initiativeAmount",
    "decimal",
    "Fördelat till insatsen, kronor; står på varje områdes rad och räknas en gång per allocationNumber.",
    "Allocated to the initiative, kronor; stands on the row of each area and counts once for each allocationNumber.",
  ),
  initiativeAmountCertainty: text("initiativeAmountCertainty", "Alltid STATED.", "Always STATED."),
  share: {
    ...column(
      "share",
      "decimal",
      "Områdets andel, 0 till 1, som rapporterad.",
      "The area's share, 0 to 1, as reported.",
    ),
    decimals: 6,
  },
  areaAmount: column("areaAmount", "decimal", "Områdets del, kronor.", "The area's part, kronor."),
  areaAmountCertainty: text("areaAmountCertainty", "DERIVED: andel × belopp.", "DERIVED: share × amount."),
  statedAllocationCount: column(
    "statedAllocationCount",
    "integer",
    "Antal rader som källan anger.",
    "Number of rows that the source states.",
  ),
  responsibleIds: column("responsibleIds", "list", "Ansvariga organisationer.", "Organisations responsible."),
  statedShares: column(
    "statedShares",
    "json",
    "Källornas andelar där en källa anger dem.",
    "The sources' shares where a source states them.",
  ),
  legalBasis: text("legalBasis", "Författning.", "Statute."),
  maxShare: column("maxShare", "number", "Största andel av kostnaden, 0 till 1.", "Largest share of the cost, 0 to 1."),
  certainty: text("certainty", "Hur uppgifterna är kända.", "How the facts are known."),
  status: text("status", "Status.", "Status."),
  isPilot: column("isPilot", "boolean", "Pilot.", "Pilot."),
  isReserve: column("isReserve", "boolean", "På reservlista.", "On the reserve list."),
  plannedStart: text("plannedStart", "Planerad början (EDTF).", "Planned beginning (EDTF)."),
  plannedStartCertainty: text("plannedStartCertainty", "Hur den är känd.", "How it is known."),
  plannedEnd: text("plannedEnd", "Planerat slut (EDTF).", "Planned end (EDTF)."),
  plannedEndCertainty: text("plannedEndCertainty", "Hur det är känt.", "How it is known."),
  actualStart: text("actualStart", "Verklig början (EDTF).", "Actual beginning (EDTF)."),
  actualStartCertainty: text("actualStartCertainty", "Hur den är känd.", "How it is known."),
  actualEnd: text("actualEnd", "Verkligt slut (EDTF).", "Actual end (EDTF)."),
  actualEndCertainty: text("actualEndCertainty", "Hur det är känt.", "How it is known."),
  firstYear: column("firstYear", "integer", "Första år.", "First year."),
  lastYear: column("lastYear", "integer", "Sista år.", "Last year."),
  strategyArea: text("strategyArea", "Strategiområde.", "Strategy area."),
  themes: column("themes", "list", "Teman.", "Themes."),
  targetGroups: column("targetGroups", "list", "Målgrupper.", "Target groups."),
  instrument: text("instrument", "Typ av åtgärd.", "Instrument."),
  municipalProgrammeId: text("programmeId", "Satsning.", "Programme."),
  indicator: text("indicator", "Indikator.", "Indicator."),
  statementSv: text("statementSv", "Utsagan på svenska.", "The statement in Swedish."),
  statementEn: text("statementEn", "Utsagan på engelska.", "The statement in English."),
  direction: text("direction", "Önskad riktning.", "Direction wanted."),
  value: column("value", "number", "Värde; null när det inte är känt.", "Value; null when not known."),
  valuePrecision: text("valuePrecision", "EXACT eller APPROXIMATE.", "EXACT or APPROXIMATE."),
  valueCertainty: text("valueCertainty", "Hur värdet är känt.", "How the value is known."),
  asPrinted: text("asPrinted", "Som det står i källan.", "As the source prints it."),
  unit: text("unit", "Enhet.", "Unit."),
  baseline: column("baseline", "number", "Nuläge.", "Baseline."),
  deadline: text("deadline", "När målet ska vara nått (EDTF).", "When the target is to be reached (EDTF)."),
  targetId: text("targetId", "Mål som utfallet gäller.", "Target that the result is of."),
  isPriority: column("isPriority", "boolean", "Prioriterat.", "Given priority."),
  goalSv: text("goalSv", "Mål på svenska.", "Goal in Swedish."),
  goalEn: text("goalEn", "Mål på engelska.", "Goal in English."),
  latitude: column("latitude", "number", "Latitud, grader (WGS 84).", "Latitude, degrees (WGS 84)."),
  longitude: column("longitude", "number", "Longitud, grader (WGS 84).", "Longitude, degrees (WGS 84)."),
  regsoCodes: column("regsoCodes", "json", "RegSO-koder med version.", "RegSO codes with version."),
  areaTypes: column("areaTypes", "json", "Områdestyper med år.", "Area types with year."),
  leadOrganisationIds: column(
    "leadOrganisationIds",
    "list",
    "Organisationer som leder arbetet.",
    "Organisations that lead the work.",
  ),
  legalForm: text("legalForm", "Juridisk form.", "Legal form."),
  organisationNumber: text("organisationNumber", "Organisationsnummer.", "Organisation number."),
} as const;

/** Columns by a short name, in the order asked for. */
export const columnsNamed = (...names: (keyof typeof one)[]): Column[] => names.map((name) => one[name]);
