import type { AuditEntry } from "../../registry/model";
import type { PublishOutcome, SwitchOutcome } from "../../registry/outcomes";
import type { MunicipalSubgraph } from "./municipal-subgraph";

/** What an owner's tools do over HTTP, through the hub's public address. */
export interface RegistryDoor {
  /** Publishes an edition of the subgraph; fails the test unless it is published. */
  publish(subgraph: MunicipalSubgraph, edition?: number): Promise<PublishOutcome>;
  /** Takes an owner back to the version before, or the one that is named; fails the test unless it is done. */
  rollBack(owner: string, to?: number): Promise<SwitchOutcome>;
  /** The newest entries first. */
  audit(limit: number): Promise<AuditEntry[]>;
}

export function registryDoor(hub: { readonly url: string }, token: string): RegistryDoor {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${hub.url}/registry${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }
  return {
    async publish(subgraph, edition = 1) {
      const outcome = await ask<PublishOutcome>("POST", `/subgraphs/${subgraph.publisher.name}/versions`, {
        sdl: subgraph.sdl(edition),
        routingUrl: subgraph.routingUrl(edition),
      });
      if (outcome.kind !== "published") throw new Error(`Not published: ${JSON.stringify(outcome)}`);
      return outcome;
    },
    async rollBack(owner, to) {
      const outcome = await ask<SwitchOutcome>("POST", `/subgraphs/${owner}/rollback`, to === undefined ? {} : { to });
      if (outcome.kind !== "switched") throw new Error(`Not rolled back: ${JSON.stringify(outcome)}`);
      return outcome;
    },
    audit: (limit) => ask("GET", `/audit?limit=${limit}`),
  };
}
