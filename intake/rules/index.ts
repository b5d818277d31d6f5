import { allocatedSum } from "./allocated-sum";
import { allocationOrigin } from "./allocation-origin";
import { amountAsPrinted } from "./amount-as-printed";
import { amountComplete } from "./amount-complete";
import { classificationCodes } from "./classification-codes";
import { classificationComplete } from "./classification-complete";
import { contactAddresses } from "./contact-addresses";
import { contributionGrant } from "./contribution-grant";
import { contributionsMakeTotal } from "./contributions-make-total";
import { countyOfMunicipality } from "./county-of-municipality";
import { grantLife } from "./grant-life";
import { hasQuote } from "./has-quote";
import { hasSource } from "./has-source";
import { oneSubject } from "./one-subject";
import { organisationNumbers } from "./organisation-numbers";
import { parentCycles } from "./parent-cycles";
import { periodOrder } from "./period-order";
import { personalEmail } from "./personal-email";
import { personalNumber } from "./personal-number";
import { personalPhone } from "./personal-phone";
import { plausibleDates } from "./plausible-dates";
import { pointComplete } from "./point-complete";
import { positions } from "./positions";
import { potNotOverdrawn } from "./pot-not-overdrawn";
import { programmeCertainty } from "./programme-certainty";
import { quantityComplete } from "./quantity-complete";
import { regsoCodes } from "./regso-codes";
import type { Rule } from "./rule";
import { shareSums } from "./share-sums";
import { shareValue } from "./share-value";
import { statusIsLatest } from "./status-is-latest";
import { timeOrder } from "./time-order";
import { webAddresses } from "./web-addresses";
import { yearCertainty } from "./year-certainty";

/** Every rule over several cells or rows. */
export const rules: readonly Rule[] = [
  // What happened and when
  statusIsLatest,
  positions,
  timeOrder,
  periodOrder,
  plausibleDates,
  // Amounts and quantities
  yearCertainty,
  amountComplete,
  amountAsPrinted,
  quantityComplete,
  // The way of the money
  allocationOrigin,
  shareValue,
  shareSums,
  contributionGrant,
  contributionsMakeTotal,
  allocatedSum,
  potNotOverdrawn,
  programmeCertainty,
  grantLife,
  // Records and what they belong to
  oneSubject,
  parentCycles,
  pointComplete,
  regsoCodes,
  classificationComplete,
  classificationCodes,
  organisationNumbers,
  countyOfMunicipality,
  contactAddresses,
  webAddresses,
  // Where it is known from
  hasSource,
  hasQuote,
  // Persons
  personalEmail,
  personalPhone,
  personalNumber,
];
