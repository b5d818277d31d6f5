import type { Owner, SubgraphVersion } from "../model";
import type { Context } from "./context";
import { isError } from "./examine";

/** Why the hub may no longer call the address of a version that was published before; undefined when it may. */
export function addressRefusal({ checks }: Context, owner: Owner, version: SubgraphVersion): string | undefined {
  const mistake = checks.checkRoutingUrl(version.routingUrl, owner).find(isError);
  if (!mistake) return undefined;
  return `Version ${version.number} of ${owner.name} is at an address that the hub may not call any more. ${mistake.message} ${mistake.remedy}`;
}
