import type { MistakeWords } from "../../follow-up/mistake-words";

/** Of a report as a whole: its grant, its state and its period. */
export const headMistakes = {
  REPORT_GRANT_NOT_FOUND: {
    message: { sv: "Kommunen har inget bidrag {grant}.", en: "The municipality has no grant {grant}." },
    remedy: {
      sv: "Ta bidragets id ur frågan grants, eller registrera bidraget först.",
      en: "Take the grant's id from the query grants, or register the grant first.",
    },
  },
  REPORT_GRANT_NOT_AWARDED: {
    message: { sv: "Inget beslut om bidrag är känt för {grant}.", en: "No award of {grant} is known." },
    remedy: {
      sv: "Vänta tills bidragsgivaren har registrerat beslutet.",
      en: "Wait until the funding source has recorded the award.",
    },
  },
  REPORT_GRANT_ENDED: {
    message: {
      sv: "Bidraget är i läget {state} och tar inte emot rapporter.",
      en: "The grant is in state {state} and takes no reports.",
    },
    remedy: {
      sv: "Fråga bidragsgivaren om läget är fel.",
      en: "Ask the funding source if the state is wrong.",
    },
  },
  REPORT_NOT_FOUND: {
    message: {
      sv: "Det finns ingen rapport {report} som du får ändra eller granska.",
      en: "There is no report {report} that you may change or review.",
    },
    remedy: {
      sv: "Ta rapportens id ur frågan followUpReports med includeUnpublished.",
      en: "Take the report's id from the query followUpReports with includeUnpublished.",
    },
  },
  REPORT_OF_ANOTHER_GRANT: {
    message: { sv: "Rapporten gäller bidraget {grant}.", en: "The report is about the grant {grant}." },
    remedy: {
      sv: "Ange det bidraget, eller börja en ny rapport utan report.",
      en: "Name that grant, or begin a new report without report.",
    },
  },
  REPORT_KIND_FIXED: {
    message: { sv: "Rapporten är av slaget {kind}.", en: "The report is of kind {kind}." },
    remedy: { sv: "Behåll slaget, eller börja en ny rapport.", en: "Keep the kind, or begin a new report." },
  },
  REPORT_PERIOD_FIXED: {
    message: {
      sv: "Rapporten är inlämnad för perioden {start} till {end}.",
      en: "The report was handed in for the period {start} to {end}.",
    },
    remedy: {
      sv: "Behåll perioden när du kompletterar.",
      en: "Keep the period when you add what was asked for.",
    },
  },
  REPORT_FROZEN: {
    message: {
      sv: "Rapporten är i läget {state} och kan inte ändras.",
      en: "The report is in state {state} and cannot be changed.",
    },
    remedy: {
      sv: "Vänta på bidragsgivarens svar; begärs komplettering kan rapporten ändras.",
      en: "Wait for the funding source's answer; if a supplement is requested, the report can be changed.",
    },
  },
  REPORT_WITHOUT_DRAFT: {
    message: { sv: "Rapporten har inget utkast att lämna in.", en: "The report has no draft to hand in." },
    remedy: {
      sv: "Spara det kompletterade innehållet först med saveFollowUpReport.",
      en: "Save the supplemented content first with saveFollowUpReport.",
    },
  },
  REPORT_NOT_SUBMITTED: {
    message: {
      sv: "Rapporten är i läget {state} och väntar inte på svar.",
      en: "The report is in state {state} and awaits no answer.",
    },
    remedy: {
      sv: "Svara bara på rapporter i läget SUBMITTED.",
      en: "Answer only reports in state SUBMITTED.",
    },
  },
  REPORT_EMPTY: {
    message: { sv: "Rapporten har inget innehåll.", en: "The report has no content." },
    remedy: { sv: "Fyll i minst en del av innehållet.", en: "Fill in at least one part of the content." },
  },
  PERIOD_BACKWARDS: {
    message: { sv: "Perioden slutar före den börjar.", en: "The period ends before it begins." },
    remedy: {
      sv: "Byt plats på första och sista dagen.",
      en: "Let the first day and the last change places.",
    },
  },
  PERIOD_OUT_OF_BOUNDS: {
    message: {
      sv: "Perioden ligger inte mellan {first} och {last}.",
      en: "The period does not lie between {first} and {last}.",
    },
    remedy: { sv: "Rätta årtalet.", en: "Put the year right." },
  },
  PERIOD_TOO_LONG: {
    message: { sv: "Perioden är längre än tio år.", en: "The period is longer than ten years." },
    remedy: { sv: "Rätta första eller sista dagen.", en: "Put the first day or the last right." },
  },
  PERIOD_OVERLAPS: {
    message: {
      sv: "Rapporten {report} av samma slag täcker redan {start} till {end}.",
      en: "The report {report} of the same kind covers {start} to {end} already.",
    },
    remedy: {
      sv: "Ändra den rapporten, eller välj dagar som ingen annan täcker.",
      en: "Change that report, or choose days that no other covers.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
