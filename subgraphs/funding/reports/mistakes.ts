import type { MistakeWords } from "../follow-up/mistake-words";

export const reportMistakes = {
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
  ID_INVALID: {
    message: { sv: "{id} är inget id.", en: "{id} is no id." },
    remedy: {
      sv: "Ta id:t ur hubben, till exempel 2281-lokala-rad.",
      en: "Take the id from the hub, such as 2281-lokala-rad.",
    },
  },
  ID_OF_ANOTHER_MUNICIPALITY: {
    message: {
      sv: "{id} börjar inte med {municipality}-: det är inte kommunens.",
      en: "{id} does not begin with {municipality}-: it is not the municipality's.",
    },
    remedy: {
      sv: "Ange en insats eller ett område i den egna kommunen.",
      en: "Name an initiative or area of the municipality's own.",
    },
  },
  KEY_INVALID: {
    message: {
      sv: "{key} är ingen nyckel: 1–60 små bokstäver, siffror och bindestreck.",
      en: "{key} is no key: 1 to 60 small letters, digits and hyphens.",
    },
    remedy: {
      sv: "Skriv nyckeln som i formuläret, till exempel antal-deltagare.",
      en: "Write the key as in the form, such as antal-deltagare.",
    },
  },
  TOO_MANY_ROWS: {
    message: {
      sv: "Listan har {count} rader; högst {limit} ryms.",
      en: "The list has {count} rows; {limit} is the most.",
    },
    remedy: { sv: "Slå ihop rader.", en: "Join rows together." },
  },
  NUMBER_TOO_LARGE: {
    message: {
      sv: "Talet ligger inte mellan -10^15 och 10^15.",
      en: "The number does not lie between -10^15 and 10^15.",
    },
    remedy: { sv: "Rätta talet.", en: "Put the number right." },
  },
  REPORTED_AMOUNT_NOT_POSITIVE: {
    message: { sv: "Beloppet {amount} är inte större än 0.", en: "The amount {amount} is not more than 0." },
    remedy: { sv: "Rätta beloppet, eller ta bort raden.", en: "Put the amount right, or take the row away." },
  },
  AMOUNT_NEGATIVE: {
    message: { sv: "Beloppet {amount} är mindre än 0.", en: "The amount {amount} is less than 0." },
    remedy: { sv: "Rätta beloppet.", en: "Put the amount right." },
  },
  COST_ZERO: {
    message: { sv: "Kostnaden är 0.", en: "The cost is 0." },
    remedy: { sv: "Ange kostnaden, eller ta bort raden.", en: "Give the cost, or take the row away." },
  },
  COSTS_BELOW_ZERO: {
    message: {
      sv: "Periodens kostnader är tillsammans {sum} kronor.",
      en: "The costs of the period are {sum} kronor together.",
    },
    remedy: {
      sv: "Återta högst så mycket som perioden kostar; rätta annars den tidigare rapporten.",
      en: "Take back no more than the period costs; else correct the report of before.",
    },
  },
  INITIATIVE_REPEATED: {
    message: { sv: "Insatsen {id} har en rad redan.", en: "The initiative {id} has a row already." },
    remedy: { sv: "Slå ihop raderna.", en: "Join the rows." },
  },
  AREA_REPEATED: {
    message: { sv: "Området {id} har en andel redan.", en: "The area {id} has a share already." },
    remedy: { sv: "Slå ihop andelarna.", en: "Join the shares." },
  },
  SHARE_OUT_OF_RANGE: {
    message: {
      sv: "Andelen {share} är inte större än 0 och högst 1.",
      en: "The share {share} is not more than 0 and at most 1.",
    },
    remedy: { sv: "Skriv 25 % som 0.25.", en: "Write 25 % as 0.25." },
  },
  SHARE_TOO_PRECISE: {
    message: {
      sv: "Andelen {share} har fler än sex decimaler.",
      en: "The share {share} has more than six decimals.",
    },
    remedy: { sv: "Avrunda till sex decimaler.", en: "Round it to six decimals." },
  },
  SHARES_ABOVE_ONE: {
    message: { sv: "Andelarna är tillsammans {sum}, mer än 1.", en: "The shares are {sum} together, more than 1." },
    remedy: {
      sv: "Minska andelarna tills de är högst 1 tillsammans.",
      en: "Lessen the shares until they are 1 together at most.",
    },
  },
  ALLOCATIONS_ABOVE_AWARD: {
    message: {
      sv: "Fördelningen är {sum} kronor med bidragets andra rapporter inräknade, mer än de beviljade {awarded}.",
      en: "The allocations are {sum} kronor with the grant's other reports, more than the {awarded} awarded.",
    },
    remedy: {
      sv: "Ta bara med bidragets egna pengar, och bara det som ingen annan rapport redan har med.",
      en: "Take only the grant's own money, and only what no other report tells of already.",
    },
  },
  INDICATOR_UNKNOWN: {
    message: { sv: "Formuläret har ingen indikator {key}.", en: "The form has no indicator {key}." },
    remedy: {
      sv: "Använd indikatorerna i rapportens formulär: {known}.",
      en: "Use the indicators of the report's form: {known}.",
    },
  },
  INDICATOR_REPEATED: {
    message: {
      sv: "Indikatorn {key} har en rad redan för samma serie och insats.",
      en: "The indicator {key} has a row already for the same series and initiative.",
    },
    remedy: { sv: "Behåll en av raderna.", en: "Keep one of the rows." },
  },
  INDICATOR_NEGATIVE: {
    message: { sv: "Värdet {value} är mindre än 0.", en: "The value {value} is less than 0." },
    remedy: {
      sv: "Ange hur många det är sammanlagt sedan början.",
      en: "Give how many there are in all since the beginning.",
    },
  },
  INDICATOR_FELL: {
    message: {
      sv: "Värdet {value} är lägre än {before} i rapporten {report}.",
      en: "The value {value} is lower than {before} in the report {report}.",
    },
    remedy: {
      sv: "Värden räknas samman sedan början: lägg till det nya. Var det gamla fel, skriv varför i correction.",
      en: "Values are cumulative since the beginning: add the new to the old. If the old was wrong, write why in correction.",
    },
  },
  INDICATOR_ABOVE_LATER: {
    message: {
      sv: "Värdet {value} är högre än {after} i den senare rapporten {report}.",
      en: "The value {value} is higher than {after} in the later report {report}.",
    },
    remedy: {
      sv: "Rätta värdet; är det den senare rapporten som är fel, låt den kompletteras.",
      en: "Put the value right; if the later report is wrong, let it be supplemented.",
    },
  },
  INDICATOR_MISSING: {
    message: { sv: "Indikatorn {key} saknas.", en: "The indicator {key} is missing." },
    remedy: {
      sv: "Ange värdet sedan början, 0 om inget har skett.",
      en: "Give the value since the beginning, 0 if nothing has happened.",
    },
  },
  FORECAST_EMPTY: {
    message: { sv: "Prognosen säger inget.", en: "The forecast says nothing." },
    remedy: { sv: "Fyll i någon del, eller utelämna prognosen.", en: "Fill in some part, or leave the forecast out." },
  },
  FORECAST_ABOVE_AWARD: {
    message: {
      sv: "Prognosen {total} är mer än de beviljade {awarded}.",
      en: "The forecast {total} is more than the {awarded} awarded.",
    },
    remedy: {
      sv: "Ange vad som används av bidraget; övriga kostnader är medfinansiering.",
      en: "Give what is used of the grant; other costs are co-financing.",
    },
  },
  ANSWER_FIELD_UNKNOWN: {
    message: { sv: "Formuläret har inget fält {key}.", en: "The form has no field {key}." },
    remedy: {
      sv: "Använd fälten i rapportens formulär: {known}.",
      en: "Use the fields of the report's form: {known}.",
    },
  },
  ANSWER_REPEATED: {
    message: { sv: "Fältet {key} har ett svar redan.", en: "The field {key} has an answer already." },
    remedy: { sv: "Behåll ett av svaren.", en: "Keep one of the answers." },
  },
  ANSWER_NOT_ONE_VALUE: {
    message: { sv: "Svaret har {count} värden, inte ett.", en: "The answer has {count} values, not one." },
    remedy: { sv: "Fyll i {value} och inget annat.", en: "Fill in {value} and nothing else." },
  },
  ANSWER_OF_ANOTHER_KIND: {
    message: {
      sv: "Fältet är av slaget {kind}, men svaret står i {given}.",
      en: "The field is of kind {kind}, but the answer stands in {given}.",
    },
    remedy: { sv: "Fyll i {value} i stället.", en: "Fill in {value} instead." },
  },
  ANSWER_OUT_OF_RANGE: {
    message: {
      sv: "Talet {value} ligger inte mellan {minimum} och {maximum}.",
      en: "The number {value} does not lie between {minimum} and {maximum}.",
    },
    remedy: { sv: "Rätta talet.", en: "Put the number right." },
  },
  ANSWER_CODE_UNKNOWN: {
    message: { sv: "Fältet har ingen kod {code}.", en: "The field has no code {code}." },
    remedy: { sv: "Välj bland {known}.", en: "Choose among {known}." },
  },
  ANSWER_CODE_REPEATED: {
    message: { sv: "Koden {code} är vald redan.", en: "The code {code} is chosen already." },
    remedy: { sv: "Ange varje kod en gång.", en: "Give each code once." },
  },
  ANSWER_CODES_NONE: {
    message: { sv: "Ingen kod är vald.", en: "No code is chosen." },
    remedy: { sv: "Välj en kod, eller utelämna svaret.", en: "Choose a code, or leave the answer out." },
  },
  ANSWER_CODES_SEVERAL: {
    message: { sv: "{count} koder är valda; fältet tar en.", en: "{count} codes are chosen; the field takes one." },
    remedy: { sv: "Välj en kod.", en: "Choose one code." },
  },
  ANSWER_MISSING: {
    message: { sv: "Fältet {key} saknar svar.", en: "The field {key} has no answer." },
    remedy: {
      sv: "Svara på fältet; bidragsgivaren kräver det.",
      en: "Answer the field; the funding source requires it.",
    },
  },
  FINAL_ACCOUNT_MISSING: {
    message: { sv: "Slutredovisningen saknar finalAccount.", en: "The final report lacks finalAccount." },
    remedy: {
      sv: "Ange vad som förbrukats och vad allt kostade.",
      en: "Give what was spent and what everything cost.",
    },
  },
  FINAL_ACCOUNT_OF_PROGRESS: {
    message: { sv: "En lägesrapport har inget finalAccount.", en: "A progress report has no finalAccount." },
    remedy: {
      sv: "Ta bort det; ange periodens kostnader i costs.",
      en: "Take it away; give the costs of the period in costs.",
    },
  },
  SPENT_ABOVE_COST: {
    message: {
      sv: "Förbrukat {spent} är mer än faktisk kostnad {totalCost}.",
      en: "What was spent, {spent}, is more than what everything cost, {totalCost}.",
    },
    remedy: {
      sv: "Faktisk kostnad är allt, medfinansiering inräknad.",
      en: "The total cost is everything, co-financing included.",
    },
  },
  SPENT_ABOVE_AWARD: {
    message: {
      sv: "Förbrukat är {spent} med bidragets andra slutredovisningar inräknade, mer än de beviljade {awarded}.",
      en: "What was spent is {spent} with the grant's other final reports, more than the {awarded} awarded.",
    },
    remedy: {
      sv: "Ange bara vad som förbrukats av bidraget.",
      en: "Give only what was spent of the grant.",
    },
  },
  SPENT_ABOVE_DISBURSED: {
    message: {
      sv: "Förbrukat är {spent} med bidragets andra slutredovisningar inräknade, mer än de utbetalda {disbursed}, och bidraget är slututbetalt.",
      en: "What was spent is {spent} with the grant's other final reports, more than the {disbursed} disbursed, and the balance has been paid.",
    },
    remedy: {
      sv: "Ange bara vad som förbrukats av bidraget.",
      en: "Give only what was spent of the grant.",
    },
  },
  SUPPLEMENT_DUE_PAST: {
    message: { sv: "Sista dag {dueOn} har passerat.", en: "The last day {dueOn} is past." },
    remedy: { sv: "Ange en dag från och med i dag.", en: "Give a day from today on." },
  },
  SUPPLEMENT_FIELD_INVALID: {
    message: { sv: "{place} är ingen plats i innehållet.", en: "{place} is no place in the content." },
    remedy: {
      sv: "Skriv som costs eller allocations[1].areas.",
      en: "Write as costs or allocations[1].areas.",
    },
  },
  APPROVED_COST_OF_PROGRESS: {
    message: {
      sv: "En lägesrapport har ingen godkänd kostnad.",
      en: "A progress report has no approved cost.",
    },
    remedy: { sv: "Utelämna approvedCost.", en: "Leave approvedCost out." },
  },
  APPROVED_COST_ABOVE_REPORTED: {
    message: {
      sv: "Godkänd kostnad {approved} är mer än redovisade {totalCost}.",
      en: "The approved cost {approved} is more than the {totalCost} reported.",
    },
    remedy: {
      sv: "Godkänn högst vad som redovisats, eller begär komplettering.",
      en: "Approve at most what was reported, or request a supplement.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
