/** The sums of a grant by kind of amount. */
export const SUMS = [
  ...["applied", "awarded", "requested", "disbursed", "allocated"],
  ...["incurred", "accounted", "reclaimed", "repaid", "unspent"],
];

/** What an agency pulls of each grant: its life, its money and what it went to, over all parts of the graph. */
export const PULL = `query ($source: ID!, $programme: ID, $years: [Int!], $municipalities: [MunicipalityCode!], $first: Int! = 100, $after: String) {
  fundingFollowUp(source: $source, programme: $programme, years: $years, municipalities: $municipalities) {
    source { id name }
    totals { kind year yearCertainty value recordCount missingCount certainty precision }
    grants(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { grant { id } } }
      nodes {
        grant {
          id state revision municipality { name } recipient { name } programme { id } programmeCertainty
          events { id kind date { value } amount { ...money } sources { document { title } } }
        }
        sums { ${SUMS.map((sum) => `${sum} { ...money }`).join(" ")} }
        estimatedTotal { ...money }
        coFinancing { ...money }
        isDisbursementKnown
        initiatives {
          by pot { id name } allocation { id responsible { name } } allocated { ...money } share { ...money } shareCertainty
          initiative {
            id name status areas { id name }
            targets { indicator unit value baseline results { indicator quantity { value } } }
          }
        }
        areas { area { name } amount { ...money } initiatives { name } }
        reports { id state }
      }
    }
  }
}
fragment money on Amount { value kind year certainty precision sources { document { title } locator quote } }`;
