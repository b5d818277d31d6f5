import { isAddress, isLoopbackAddress, isPublicAddress } from "./public-address";

export interface RoutingUrlRules {
  /** Whether this machine's own addresses are accepted, by http too. */
  loopback: boolean;
  /** Hosts that are accepted, such as `graph.example.se` or `*.example.se`; any when not given. */
  hosts?: readonly string[];
}

/**
 * What is wrong with an address at which a stranger's service is to be asked: one sentence for each mistake, none when
 * it is sound. Where its name leads is looked at when a connection is made (`createOutboundAgent`).
 */
export function checkRoutingUrl(text: string, { loopback, hosts }: RoutingUrlRules): string[] {
  if (!URL.canParse(text)) return ["The address is no URL; write it as https://graph.example.se/graphql."];
  const url = new URL(text);
  const host = url.hostname.replace(/\.$/, "").toLowerCase();
  const isLocal = isLoopbackHost(host);
  const mistakes: string[] = [];
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal && loopback)) {
    mistakes.push(`The address must begin with https://${loopback ? ", or with http:// on this machine" : ""}.`);
  }
  if (url.username !== "" || url.password !== "") mistakes.push("The address must not hold a user name or password.");
  if (text.includes("#")) mistakes.push("The address must not have a fragment (#…).");
  if (isLocal && !loopback) mistakes.push("The address must not lead to the hub's own machine.");
  if (!isLocal && isAddress(host) && !isPublicAddress(host)) mistakes.push("The address must be a public one.");
  if (hosts && !hosts.some((pattern) => matches(host, pattern.toLowerCase()))) {
    mistakes.push(`The host must be one of ${hosts.join(", ")}.`);
  }
  return mistakes;
}

function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || isLoopbackAddress(host);
}

function matches(host: string, pattern: string): boolean {
  return pattern.startsWith("*.")
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern;
}
