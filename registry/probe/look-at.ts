import { parse } from "graphql";
import { asSentence } from "../checks/as-sentence";
import { askEndpoint, type EndpointOptions } from "./ask-endpoint";
import { compareSchemas } from "./compare-schemas";
import { lookUpSchema } from "./look-up-schema";
import { defaultProbeLimits, type ProbeOptions } from "./probe";
import type { LookAt } from "./subject";

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
      // The reason is there for everybody to read: what the endpoint wrote stands behind the colon and stays with us.
      const [told = ""] = lookedUp.message.split(": ");
      return { isHealthy: false, reason: asSentence(`The endpoint ${told}`) };
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
