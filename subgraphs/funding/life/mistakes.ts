import type { MistakeWords } from "../follow-up/mistake-words";

/** Mistakes in what is told of a grant's life. */
export const lifeMistakes = {
  // The request
  GRANT_UNKNOWN: {
    message: { sv: "Det finns inget bidrag med id {grant}.", en: "There is no grant with the id {grant}." },
    remedy: {
      sv: "Sök bidragets id med grants, eller registrera bidraget med registerGrant.",
      en: "Look up the id with grants, or register the grant with registerGrant.",
    },
  },
  GRANT_WITHDRAWN: {
    message: {
      sv: "Bidraget finns inte längre i kommunens datapaket.",
      en: "The grant is no longer in the municipality's data package.",
    },
    remedy: {
      sv: "Registrera bidraget med registerGrant, eller lägg tillbaka det i datapaketet.",
      en: "Register the grant with registerGrant, or put it back into the data package.",
    },
  },
  NOT_YOUR_GRANT: {
    message: {
      sv: "Bidraget går varken till kommunen {by} eller kommer från {by}.",
      en: "The grant is neither of the municipality {by} nor from {by}.",
    },
    remedy: {
      sv: "Ange ett bidrag som kommunen får eller som bidragsgivaren ger.",
      en: "Name a grant that the municipality receives or that the source gives.",
    },
  },
  SOURCE_NOT_OF_GRANT: {
    message: {
      sv: "Bidraget är inte från {given} utan från {source}.",
      en: "The grant is not from {given} but from {source}.",
    },
    remedy: { sv: "Ange {source} som source.", en: "Give {source} as source." },
  },
  STALE_REVISION: {
    message: {
      sv: "Något har hänt sedan ni läste: revision är {revision}, inte {given}.",
      en: "Something has happened since you read: the revision is {revision}, not {given}.",
    },
    remedy: {
      sv: "Läs igen, se om det ni vill skriva ännu stämmer, och sänd det med expectedRevision {revision} och en ny nyckel.",
      en: "Read again, see whether what you want to write still holds, and send it with expectedRevision {revision} and a new key.",
    },
  },
  EVENTS_COUNT: {
    message: { sv: "Begäran har {count} händelser.", en: "The request has {count} events." },
    remedy: { sv: "Sänd 1–100 händelser åt gången.", en: "Send 1 to 100 events at a time." },
  },
  LOG_FULL: {
    message: {
      sv: "{by} har redan registrerat {count} händelser i bidraget; {most} ryms.",
      en: "{by} has recorded {count} events of the grant already; {most} is the most.",
    },
    remedy: {
      sv: "Registrera upparbetning samlad per månad, inte varje faktura.",
      en: "Record costs by the month, not each invoice.",
    },
  },
  // One event
  NOT_YOUR_EVENT: {
    message: {
      sv: "{by} registrerar inte händelser av slaget {kind}.",
      en: "{by} does not record events of the kind {kind}.",
    },
    remedy: {
      sv: "Var och en registrerar sina egna handlingar: kommunen ansöker, rekvirerar, fördelar, upparbetar, redovisar och betalar tillbaka; allt annat är bidragsgivarens.",
      en: "Each party records its own acts: the municipality applies, claims, allocates, incurs costs, reports and repays; all else is the source's.",
    },
  },
  DATE_IN_FUTURE: {
    message: { sv: "{date} har inte varit ännu.", en: "{date} has not come yet." },
    remedy: { sv: "Registrera det som har hänt, när det har hänt.", en: "Record what has happened, when it has." },
  },
  DATE_TOO_EARLY: {
    message: { sv: "{date} är före {first}.", en: "{date} is before {first}." },
    remedy: { sv: "Rätta datumet.", en: "Mend the date." },
  },
  AMOUNT_NOT_POSITIVE: {
    message: { sv: "Beloppet {value} är inte större än 0.", en: "The amount {value} is not more than 0." },
    remedy: {
      sv: "Ange kronor utan minustecken; rätta en tidigare händelse med corrects.",
      en: "Give kronor without a minus sign; correct an earlier event with corrects.",
    },
  },
  AMOUNT_TOO_LARGE: {
    message: { sv: "Beloppet {value} är större än {most}.", en: "The amount {value} is more than {most}." },
    remedy: {
      sv: "Ange hela kronor, inte öre eller tusental gånger för mycket.",
      en: "Give kronor, not öre, and not a thousand times too much.",
    },
  },
  AMOUNT_NOT_OF_KIND: {
    message: {
      sv: "Händelser av slaget {kind} har inget belopp.",
      en: "Events of the kind {kind} have no amount.",
    },
    remedy: {
      sv: "Utelämna amount och year, eller välj det slag av händelse som beloppet hör till.",
      en: "Leave amount and year out, or choose the kind of event that the amount belongs to.",
    },
  },
  AMOUNT_MISSING: {
    message: {
      sv: "Händelsen av slaget {kind} saknar belopp.",
      en: "The event of the kind {kind} has no amount.",
    },
    remedy: {
      sv: "Ange hur mycket som beslutades eller betalades.",
      en: "Say how much was decided on or paid.",
    },
  },
  TOTAL_COST_NOT_OF_KIND: {
    message: {
      sv: "Händelser av slaget {kind} anger ingen totalkostnad.",
      en: "Events of the kind {kind} state no total cost.",
    },
    remedy: {
      sv: "Utelämna totalCost; ansökan, beslut, slutredovisning och godkännande kan ha den.",
      en: "Leave totalCost out; an application, award, final report or approval may have it.",
    },
  },
  YEAR_OUTSIDE: {
    message: { sv: "År {year} ligger utanför {first}–{last}.", en: "The year {year} is outside {first} to {last}." },
    remedy: { sv: "Rätta året.", en: "Mend the year." },
  },
  DOCUMENT_FOREIGN: {
    message: {
      sv: "Dokumentet {document} är inte kommunens: dess id börjar inte med {municipality}-.",
      en: "The document {document} is not the municipality's: its id does not begin with {municipality}-.",
    },
    remedy: {
      sv: "Ange id för ett av kommunens dokument, eller utelämna document.",
      en: "Give the id of a document of the municipality's, or leave document out.",
    },
  },
  LOCATOR_WITHOUT_DOCUMENT: {
    message: { sv: "Ett ställe är angivet men inget dokument.", en: "A place is given and no document." },
    remedy: { sv: "Ange document, eller utelämna locator.", en: "Give document, or leave locator out." },
  },
  // Corrections
  RETRACTION_WITHOUT_EVENT: {
    message: { sv: "Inget säger vilken händelse som tas tillbaka.", en: "Nothing says which event is taken back." },
    remedy: { sv: "Ange händelsens id som corrects.", en: "Give the event's id as corrects." },
  },
  RETRACTION_WITH_AMOUNT: {
    message: {
      sv: "En händelse som tas tillbaka får inget nytt belopp.",
      en: "What is taken back gets no new amount.",
    },
    remedy: {
      sv: "Utelämna amount, year och totalCost, eller utelämna isRetraction om händelsen ska rättas.",
      en: "Leave amount, year and totalCost out, or leave isRetraction out to correct the event.",
    },
  },
  CORRECTED_UNKNOWN: {
    message: {
      sv: "Bidraget har ingen händelse med id {corrects}.",
      en: "The grant has no event with the id {corrects}.",
    },
    remedy: {
      sv: "Läs händelsernas id med events(includeCorrected: true).",
      en: "Read the events' ids with events(includeCorrected: true).",
    },
  },
  CORRECTED_NOT_YOURS: {
    message: {
      sv: "Händelsen {corrects} är registrerad av {recordedBy}.",
      en: "The event {corrects} was recorded by {recordedBy}.",
    },
    remedy: { sv: "Be {recordedBy} att rätta den.", en: "Ask {recordedBy} to correct it." },
  },
  CORRECTED_DELIVERED: {
    message: {
      sv: "Händelsen {corrects} kommer från kommunens datapaket.",
      en: "The event {corrects} comes from the municipality's data package.",
    },
    remedy: { sv: "Rätta datapaketet och leverera det på nytt.", en: "Mend the data package and deliver it anew." },
  },
  CORRECTED_REPORT: {
    message: { sv: "Händelsen {corrects} hör till en rapport.", en: "The event {corrects} belongs to a report." },
    remedy: {
      sv: "Ändra rapporten, när bidragsgivaren har begärt komplettering.",
      en: "Change the report, when the source has requested a supplement.",
    },
  },
  CORRECTED_OTHER_KIND: {
    message: {
      sv: "Händelsen {corrects} är av slaget {kind}.",
      en: "The event {corrects} is of the kind {kind}.",
    },
    remedy: {
      sv: "Ange samma slag; ta tillbaka händelsen och registrera en ny om slaget var fel.",
      en: "Give the same kind; take the event back and record a new one if the kind was wrong.",
    },
  },
  CORRECTED_BEFORE: {
    message: {
      sv: "Händelsen {corrects} är redan rättad eller tillbakatagen, av {by}.",
      en: "The event {corrects} was corrected or taken back before, by {by}.",
    },
    remedy: {
      sv: "Rätta den senaste rättelsen, om den står kvar.",
      en: "Correct the latest correction, if that stands.",
    },
  },
  // The life as a whole
  EVENT_NOT_NEXT: {
    message: {
      sv: "{kind} kan inte komma när bidraget har läget {state}.",
      en: "{kind} cannot come while the grant's state is {state}.",
    },
    remedy: {
      sv: "Registrera först det som ska ha hänt före, eller rätta det som är fel.",
      en: "Record first what must have happened before, or correct what is wrong.",
    },
  },
  EVENT_WITHOUT_AWARD: {
    message: {
      sv: "{kind} kan inte komma före beslutet om bidraget, som saknas.",
      en: "{kind} cannot come before the award of the grant, which is missing.",
    },
    remedy: {
      sv: "Bidragsgivaren registrerar AWARD först; det kan tas tillbaka när det som följde av det är tillbakataget.",
      en: "The source records AWARD first; it can be taken back once what followed from it has been.",
    },
  },
  EVENT_TOO_LATE: {
    message: {
      sv: "{kind} kan inte komma efter slutredovisning eller upphävande.",
      en: "{kind} cannot come after a final report or a revocation.",
    },
    remedy: {
      sv: "Rätta slutredovisningen i stället; det som återstår att betala är FINAL_PAYMENT. Bidragsgivaren kan begära komplettering, och därefter bevilja och betala ut mera.",
      en: "Correct the final report instead; what is left to pay is a FINAL_PAYMENT. The source can request a supplement, and award and pay out more after that.",
    },
  },
  DATE_BEFORE_EARLIER: {
    message: {
      sv: "{date} är före {earlier}, då något tidigare i bidragets liv hände.",
      en: "{date} is before {earlier}, when something earlier in the grant's life happened.",
    },
    remedy: {
      sv: "Rätta datumet; en rättelse behåller sin plats, så ta tillbaka händelsen och registrera den på nytt om den ska stå tidigare.",
      en: "Mend the date; a correction keeps its place, so take the event back and record it anew if it belongs earlier.",
    },
  },
  DISBURSED_EXCEEDS_AWARDED: {
    message: {
      sv: "{disbursed} kronor är utbetalda av {awarded} beviljade.",
      en: "{disbursed} kronor are paid out of {awarded} awarded.",
    },
    remedy: {
      sv: "Rätta utbetalningen, eller registrera först beslutet om mera.",
      en: "Correct the payment, or record the decision on more first.",
    },
  },
  AWARD_EXCEEDS_SHARE: {
    message: {
      sv: "Det beviljade, tillsammans {awarded} kronor utan återkrav, är mer än {most}, bidragsprogrammets andel {share} av kostnaden {totalCost}.",
      en: "The awards, {awarded} kronor together less what is reclaimed, are more than {most}, the programme's share {share} of the cost {totalCost}.",
    },
    remedy: {
      sv: "Rätta beloppet, eller ange som totalCost vad allt nu beräknas kosta.",
      en: "Correct the amount, or give as totalCost what the whole is now to cost.",
    },
  },
  AWARD_EXCEEDS_APPROVED_SHARE: {
    message: {
      sv: "Det beviljade, {awarded} kronor utan återkrav, är mer än {most}, andelen {share} av den godkända kostnaden {totalCost}.",
      en: "The award, {awarded} kronor less what is reclaimed, is more than {most}, the share {share} of the approved cost {totalCost}.",
    },
    remedy: {
      sv: "Rätta först beslutet om bidrag, eller registrera återkravet.",
      en: "Correct the award first, or record the reclaim.",
    },
  },
  RECLAIMED_EXCEEDS_DISBURSED: {
    message: {
      sv: "{reclaimed} kronor är återkrävda av {disbursed} utbetalda.",
      en: "{reclaimed} kronor are reclaimed of {disbursed} paid out.",
    },
    remedy: { sv: "Rätta återkravet.", en: "Correct the reclaim." },
  },
  REPAID_EXCEEDS_DISBURSED: {
    message: {
      sv: "{repaid} kronor är återbetalda av {disbursed} utbetalda.",
      en: "{repaid} kronor are paid back of {disbursed} paid out.",
    },
    remedy: { sv: "Rätta återbetalningen.", en: "Correct the repayment." },
  },
  CLOSURE_UNBALANCED: {
    message: {
      sv: "Av {disbursed} utbetalda kronor är {accounted} redovisade och {repaid} återbetalda.",
      en: "Of {disbursed} kronor paid out, {accounted} are accounted for and {repaid} paid back.",
    },
    remedy: {
      sv: "Det redovisade och det återbetalda ska tillsammans vara det utbetalda innan bidraget avslutas.",
      en: "What is accounted for and what is paid back must together be what was paid out before the grant is closed.",
    },
  },
  CLOSURE_OVER_REPORT: {
    message: {
      sv: "Inlämnade rapporter är inte godkända: {reports}.",
      en: "Reports that were handed in are not approved: {reports}.",
    },
    remedy: {
      sv: "Godkänn dem med approveFollowUpReport, när begärda kompletteringar har kommit, innan bidraget avslutas.",
      en: "Approve them with approveFollowUpReport, once the supplements that were asked for have come, before the grant is closed.",
    },
  },
  REVOCATION_OVER_REPORT: {
    message: {
      sv: "Inlämnade rapporter väntar på svar: {reports}.",
      en: "Reports that were handed in wait for an answer: {reports}.",
    },
    remedy: {
      sv: "Svara först, med approveFollowUpReport eller requestSupplement; efter upphävandet kan ingen svara.",
      en: "Answer first, with approveFollowUpReport or requestSupplement; after the revocation nobody can.",
    },
  },
  // Grants
  MUNICIPALITY_INVALID: {
    message: { sv: "{municipality} är ingen kommunkod.", en: "{municipality} is no municipality code." },
    remedy: { sv: "Ange kommunens fyra siffror.", en: "Give the municipality's four digits." },
  },
  NAME_TOO_SHORT: {
    message: { sv: "Namnet har bara {length} tecken.", en: "The name has only {length} characters." },
    remedy: { sv: "Skriv ett namn med minst {least} tecken.", en: "Write a name of at least {least} characters." },
  },
  SOURCE_UNKNOWN: {
    message: {
      sv: "Det finns ingen bidragsgivare med id {source}.",
      en: "There is no funding source with the id {source}.",
    },
    remedy: { sv: "Sök id med fundingSources.", en: "Look the id up with fundingSources." },
  },
  PROGRAMME_NOT_OF_SOURCE: {
    message: {
      sv: "{source} har inget bidragsprogram med id {programme}.",
      en: "{source} has no programme with the id {programme}.",
    },
    remedy: { sv: "Sök id med fundingProgrammes.", en: "Look the id up with fundingProgrammes." },
  },
  RECORD_FOREIGN: {
    message: {
      sv: "{record} är inte kommunens: id börjar inte med {municipality}-.",
      en: "{record} is not the municipality's: the id does not begin with {municipality}-.",
    },
    remedy: {
      sv: "Ange en organisation eller insats i samma kommun.",
      en: "Name an organisation or initiative of the same municipality.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
