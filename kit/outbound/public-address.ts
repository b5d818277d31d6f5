import { type IPv6, isValid, parse, parseCIDR } from "ipaddr.js";

/** Public by its number, yet answered by the cloud that a machine stands in (Azure), with what only the machine may know. */
const PLATFORM = new Set(["168.63.129.16"]);

const GLOBAL = parseCIDR("2000::/3") as [IPv6, number];

/**
 * Whether an address is one of the public internet. An IPv6 address that stands for an IPv4 one counts as that one.
 * @param text as DNS or a URL gives it; anything that is no address is not public
 */
export function isPublicAddress(text: string): boolean {
  const bare = withoutBrackets(text);
  if (!isValid(bare)) return false;
  const address = parse(bare);
  if (address.kind() === "ipv4") return address.range() === "unicast" && !PLATFORM.has(address.toString());
  const inner = innerIPv4(address as IPv6);
  if (inner !== undefined) return isPublicAddress(inner);
  return address.range() === "unicast" && (address as IPv6).match(GLOBAL);
}

/** Whether an address leads back to this machine. */
export function isLoopbackAddress(text: string): boolean {
  const bare = withoutBrackets(text);
  if (!isValid(bare)) return false;
  const address = parse(bare);
  if (address.range() === "loopback") return true;
  const inner = address.kind() === "ipv6" ? innerIPv4(address as IPv6) : undefined;
  return inner !== undefined && isLoopbackAddress(inner);
}

export function isAddress(host: string): boolean {
  return isValid(withoutBrackets(host));
}

const withoutBrackets = (host: string) => host.replace(/^\[(.*)\]$/, "$1");

const NAT64 = parseCIDR("64:ff9b::/96") as [IPv6, number];

/** The IPv4 address that is reached by way of a mapped, NAT64 or 6to4 one. */
function innerIPv4(address: IPv6): string | undefined {
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress() || address.match(NAT64)) return bytes.slice(12).join(".");
  return address.range() === "6to4" ? bytes.slice(2, 6).join(".") : undefined;
}
