import type { DocumentNode } from "graphql";
import type { Finding } from "../findings";
import { compareSchemas } from "./compare-schemas";
import type { ProbeSubject } from "./subject";

/** Coordinates that are named at most. */
const MOST_NAMED = 10;

const REMEDIES: Readonly<Record<Finding["severity"], string>> = {
  ERROR: "Deploy the service first, then publish the schema that it has.",
  WARNING:
    "If it is on its way out, take it out of the service after publishing; otherwise hand in the schema that the service answers.",
};

/** How the schema that an endpoint serves is not the one that was handed in. What it has beside that is only a warning. */
export function differenceFindings({ document }: ProbeSubject, served: DocumentNode, endpoint: string): Finding[] {
  const { missing, different, extra } = compareSchemas(document, served);
  const all: Finding[] = [
    ...missing.map((name) =>
      differs("ERROR", name, `is in the schema that was handed in, but not in that of ${endpoint}`),
    ),
    ...different.map((name) => differs("ERROR", name, `is not the same in the schema of ${endpoint}`)),
    ...extra.map((name) =>
      differs("WARNING", name, `is in the schema of ${endpoint}, but not in the one that was handed in`),
    ),
  ];
  const more = all.length - MOST_NAMED;
  if (more <= 0) return all;
  const severity = all[MOST_NAMED]?.severity ?? "WARNING";
  return [
    ...all.slice(0, MOST_NAMED),
    {
      code: "PROBE_SDL_DIFFERS",
      severity,
      message: `The schema of ${endpoint} differs in ${more} more places.`,
      remedy: REMEDIES[severity],
    },
  ];
}

const differs = (severity: Finding["severity"], coordinate: string, how: string): Finding => ({
  code: "PROBE_SDL_DIFFERS",
  severity,
  message: `${coordinate} ${how}.`,
  remedy: REMEDIES[severity],
  coordinate,
});
