import { publicError } from "../../../kit/errors";
import type { WarningValue } from "./warning";

/**
 * Refuses a comparison that would mislead, for every reason at once.
 * @throws NOT_COMPARABLE with `reasons`, unless no warning is MISLEADING
 */
export function refuseMisleading(warnings: readonly WarningValue[]): void {
  const reasons = warnings
    .filter(({ severity }) => severity === "MISLEADING")
    .map(({ code, municipalityCodes, message }) => ({ code, municipalities: municipalityCodes, message }));
  const [first, ...more] = reasons;
  if (!first) return;
  const rest = more.length > 0 ? ` And ${more.length} more in reasons.` : "";
  throw publicError(
    "NOT_COMPARABLE",
    `The rows would mislead. ${first.message.en}${rest} Change the question, or ask without strict.`,
    { reasons },
  );
}
