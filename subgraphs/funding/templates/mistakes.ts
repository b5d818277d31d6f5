import type { MistakeWords } from "../follow-up/mistake-words";

export const templateMistakes = {
  TEMPLATE_SOURCE_NOT_FOUND: {
    message: { sv: "Det finns ingen bidragsgivare {source}.", en: "There is no funding source {source}." },
    remedy: { sv: "Ta id:t ur frågan fundingSources.", en: "Take the id from the query fundingSources." },
  },
  TEMPLATE_PROGRAMME_NOT_FOUND: {
    message: {
      sv: "Bidragsgivaren har inget bidragsprogram {programme}.",
      en: "The source has no funding programme {programme}.",
    },
    remedy: {
      sv: "Ta id:t ur bidragsgivarens programmes, eller utelämna programme för alla.",
      en: "Take the id from the source's programmes, or leave programme out for all of them.",
    },
  },
  TEMPLATE_ID_INVALID: {
    message: {
      sv: "{id} är inget formulärs id: 2–60 små bokstäver, siffror och bindestreck.",
      en: "{id} is no id of a form: 2 to 60 small letters, digits and hyphens.",
    },
    remedy: { sv: "Välj ett ord som lagesrapport.", en: "Choose a word such as lagesrapport." },
  },
  TEMPLATE_VERSION_STALE: {
    message: {
      sv: "Formulärets senaste version är {version}, inte {given}.",
      en: "The form's latest version is {version}, not {given}.",
    },
    remedy: {
      sv: "Hämta den versionen, se vad som ändrats och sänd igen med expectedVersion {version}.",
      en: "Fetch that version, see what has changed and send again with expectedVersion {version}.",
    },
  },
  TEMPLATE_KIND_FIXED: {
    message: { sv: "Formuläret är av slaget {kind}.", en: "The form is of kind {kind}." },
    remedy: { sv: "Behåll slaget, eller välj ett nytt id.", en: "Keep the kind, or choose a new id." },
  },
  TEMPLATE_PROGRAMME_FIXED: {
    message: {
      sv: "Formuläret gäller {programme}.",
      en: "The form is for {programme}.",
    },
    remedy: { sv: "Behåll programmet, eller välj ett nytt id.", en: "Keep the programme, or choose a new id." },
  },
  TEMPLATE_KEY_REPEATED: {
    message: { sv: "Nyckeln {key} finns redan.", en: "The key {key} is there already." },
    remedy: { sv: "Ge varje rad en egen nyckel.", en: "Give each row a key of its own." },
  },
  TEMPLATE_CODES_MISSING: {
    message: { sv: "Ett fält av slaget CODES har inga koder.", en: "A field of kind CODES has no codes." },
    remedy: { sv: "Ange vad som kan väljas i codes.", en: "Give what may be chosen in codes." },
  },
  TEMPLATE_SETTING_OF_ANOTHER_KIND: {
    message: {
      sv: "{setting} hör till {of}, inte till {kind}.",
      en: "{setting} belongs to {of}, not to {kind}.",
    },
    remedy: { sv: "Utelämna {setting}, eller byt slag.", en: "Leave {setting} out, or change the kind." },
  },
  TEMPLATE_RANGE_BACKWARDS: {
    message: {
      sv: "Minsta värdet {minimum} är större än största {maximum}.",
      en: "The least value {minimum} is more than the greatest, {maximum}.",
    },
    remedy: { sv: "Låt dem byta plats.", en: "Let them change places." },
  },
  TEMPLATE_LENGTH_OUT_OF_RANGE: {
    message: {
      sv: "Längden {length} ligger inte mellan 1 och {limit}.",
      en: "The length {length} does not lie between 1 and {limit}.",
    },
    remedy: { sv: "Ange en längd däremellan.", en: "Give a length in between." },
  },
  TEMPLATE_DEADLINE_REPEATED: {
    message: { sv: "{periodEnd} har en sista dag redan.", en: "{periodEnd} has a last day already." },
    remedy: { sv: "Ange varje periodslut en gång.", en: "Give each end of a period once." },
  },
  TEMPLATE_DEADLINE_FAR: {
    message: {
      sv: "Sista dag {dueOn} är mer än ett år före eller efter periodens slut {periodEnd}.",
      en: "The last day {dueOn} is more than a year before or after the period's end {periodEnd}.",
    },
    remedy: { sv: "Rätta årtalet.", en: "Put the year right." },
  },
} as const satisfies Record<string, MistakeWords>;
