import { createHash } from "node:crypto";

/**
 * What is asked of a grant, as OfGrant: of other records only their ids, since they change without it, and the rows would no
 * longer be those of a pull of everything.
 */
export const grantFragments = `
  fragment OfSources on SourceReference { document { id } locator quote field }
  fragment OfAmount on Amount {
    value kind year yearCertainty certainty precision asPrinted note { sv en } sources { ...OfSources }
  }
  fragment OfNote on QualityNote { code severity field sv: message(language: SV) en: message(language: EN) }
  fragment OfGrant on Grant {
    id name source { id } programme { id } programmeCertainty recipient { id } municipality { code } initiative { id }
    state revision
    sums {
      applied { ...OfAmount } awarded { ...OfAmount } requested { ...OfAmount } disbursed { ...OfAmount }
      allocated { ...OfAmount } incurred { ...OfAmount } accounted { ...OfAmount } reclaimed { ...OfAmount }
      repaid { ...OfAmount } unspent { ...OfAmount }
    }
    withdrawnAt changedAt sources { ...OfSources } qualityNotes { ...OfNote }
    events(includeCorrected: true) {
      id kind date { value precision certainty } amount { ...OfAmount } totalCost { ...OfAmount } actor { id }
      registrationNumber note { sv en } origin recordedBy recordedAt corrects { id } correctedBy { id } isRetraction
      report { id } sources { ...OfSources }
    }
  }`;

/** What is asked of a report, as OfReport. */
export const reportFragments = `
  fragment OfReported on Amount { value kind year certainty precision }
  fragment OfContent on FollowUpContent {
    allocations {
      initiative { id } amount { ...OfReported } areas { area { id } share amount { ...OfReported } }
    }
    costs { category initiative { id } amount { ...OfReported } }
    indicators { indicator series initiative { id } value correction }
    deviations { kind description effect }
    forecast { total { ...OfReported } willBeUsed note }
    coFinancing { organisation { id } amount { ...OfReported } }
    answers { field text number money date isTrue codes }
    finalAccount { spent { ...OfReported } totalCost { ...OfReported } }
  }
  fragment OfReport on FollowUpReport {
    id grant { id } source { id } municipality { code } kind periodStart periodEnd template { id version } state revision
    content { ...OfContent }
    versions { number submittedAt submittedBy hash content { ...OfContent } }
    reviews { kind version message fields dueOn approvedCost at by }
    isPublished dueOn changedAt
  }`;

/** What is asked of a pot and of an allocation, as OfPot and OfAllocation, beside grantFragments. */
const potFragments = `
  fragment OfPot on Pot {
    id name municipality { code } year yearCertainty total { ...OfAmount }
    contributions { source { id } grant { id } amount { ...OfAmount } }
    withdrawnAt changedAt sources { ...OfSources } qualityNotes { ...OfNote }
  }
  fragment OfAllocation on Allocation {
    id initiative { id } municipality { code } pot { id } grant { id } source { id } amount { ...OfAmount } responsible { id }
    split { source { id } amount share certainty sources { ...OfSources } }
    withdrawnAt changedAt sources { ...OfSources } qualityNotes { ...OfNote }
  }`;

/** A piece of the feed, with the records as they are now. A grant changes with its events. */
export const changesQuery = `
  query FollowUpChanges($after: String, $first: Int!, $filter: ChangeFilter!, $unpublished: Boolean!) {
    changes(after: $after, first: $first, filter: $filter, includeUnpublished: $unpublished) {
      nodes {
        kind recordId grant { ...OfGrant } report { ...OfReport } pot { ...OfPot }
        allocation { ...OfAllocation ofPot: pot { contributions { source { id } } } ofGrant: grant { source { id } } }
      }
      endCursor
      hasNextPage
    }
  }
  ${grantFragments}
  ${reportFragments}
  ${potFragments}`;

/** What a source has few of, and which is asked for whole each time. */
export const sourceQuery = `
  query FollowUpSource($source: ID!) {
    fundingSource(id: $source) {
      programmes {
        id name source { id } legalBasis maxShare description { sv en } period { start { value certainty } end { value certainty } } certainty
        sources { document { id } locator quote field }
        qualityNotes { code severity field sv: message(language: SV) en: message(language: EN) }
      }
    }
    reportTemplates(source: $source) {
      id source { id } programme { id } version kind title { sv en }
      fields {
        key label { sv en } kind isRequired unit codes { code label { sv en } } isMultiple minimum maximum maximumLength
      }
      indicators { key label { sv en } unit isRequired }
      deadlines { periodEnd dueOn }
      publishedAt
    }
  }`;

/** Tells rows of one shape from those that another version of the command wrote. */
export const selectionHash = createHash("sha256").update(changesQuery).update(sourceQuery).digest("hex").slice(0, 16);
