import type { Finding } from "../findings";
import { findingAt } from "./finding";

/** How many are listed; a list that goes on helps nobody. */
const MOST_FINDINGS = 200;

/** The first of them in their order, with one more that says how many there are beyond. */
export function cutFindings(findings: readonly Finding[]): Finding[] {
  const rest = findings.slice(MOST_FINDINGS);
  if (rest.length === 0) return [...findings];
  const severity = rest.some((finding) => finding.severity === "ERROR") ? "ERROR" : "WARNING";
  const words = {
    message: rest.length === 1 ? "There is one more finding." : `There are ${rest.length} more findings.`,
    remedy: "Mend these first and check again.",
  };
  return [...findings.slice(0, MOST_FINDINGS), findingAt(undefined, "MORE_FINDINGS", words, severity)];
}
