import { parse } from "graphql";
import { asSentence } from "../checks/as-sentence";
import { askEndpoint, type EndpointOptions } from "./ask-endpoint";
import { compareSchemas } from "./compare-schemas";
import { lookUpSchema } from "./look-up-schema";
import { defaultProbeLimits, type ProbeOptions } from "./probe";
import type { LookAt } from "./subject";

/** The reason is there for everybody to read, so what an endpoint answered with is not in it: that stands after a colon. */
const withoutQuote = (message: string) => (message.startsWith("answers") ? (message.split(": ")[0] ?? "") : message);

/** Places that a reason names at most. */
const MOST_NAMED = 3;

/**
 * Looks whether an endpoint still serves what it has published. An endpoint that has more is well: a service is deployed
 * before its new schema is published.
 */
export function createLookAt(options: ProbeOptions): LookAt {
  const endpoint: EndpointOptions = { ...options, limits: { ...defaultProbeLimits, ...options.limits } };
  return async ({ owner, sdl, routingUrl }, signal) => {
    const token = await endpoint.sign?.(owner.name);
    const lookedUp = await lookUpSchema((query) => askEndpoint(endpoint, routingUrl, { query, token }, signal));
    if (lookedUp.kind !== "schema") {
      return { isHealthy: false, reason: asSentence(`The endpoint ${withoutQuote(lookedUp.message)}`) };
    }
    const { missing } = compareSchemas(parse(sdl, { noLocation: true }), lookedUp.document);
    if (missing.length === 0) return { isHealthy: true };
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
    return {
      isHealthy: false,
      reason: `The endpoint's schema no longer has ${missing.slice(0, MOST_NAMED).join(", ")}${more}.`,
    };
  };
}
