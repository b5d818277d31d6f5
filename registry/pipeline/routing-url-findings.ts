import { checkRoutingUrl, type RoutingUrlRules } from "../../kit/outbound";
import { shownAddress } from "../checks/shown-address";
import type { Finding } from "../findings";

/** URL parsers read past them, so that two texts could be one address. */
const WHITE_SPACE = /[\s\p{Cc}]/u;

/** What is wrong with the address of an owner's service. */
export function routingUrlFindings(routingUrl: string, rules: RoutingUrlRules): Finding[] {
  const mistakes = checkRoutingUrl(routingUrl, rules);
  if (WHITE_SPACE.test(routingUrl)) mistakes.push("The address must not hold white space.");
  const address = shownAddress(routingUrl);
  return mistakes.map((message) => ({
    code: "ROUTING_URL",
    severity: "ERROR",
    message: address === undefined ? message : `${address}: ${message}`,
    remedy: remedyFor(rules),
  }));
}

function remedyFor({ hosts, loopback }: RoutingUrlRules): string {
  if (hosts) return "Give an address at one of these hosts, or ask the hub's operator to add yours.";
  if (loopback) return "Give an address with https, or http on this machine.";
  return "Give the address at which the service can be reached from the internet.";
}
