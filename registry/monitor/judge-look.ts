import type { Cause } from "../pipeline/cause";
import type { LookNote, Watched } from "../store/looks";

export interface MonitorRules {
  /** How long a subgraph fails before it is taken out, in milliseconds. */
  readonly quarantineAfter: number;
  /** How many good looks in a row bring it back. */
  readonly healthyLooks: number;
}

/** How a subgraph was found: whether it answers the registry, and whether it answers the gateways. */
export type Found = { readonly isHealthy: true } | ({ readonly isHealthy: false } & Cause);

/** What follows from a look: what is written down, and whether the supergraph is to be changed. */
export interface Verdict {
  readonly note: LookNote;
  readonly act?: { readonly what: "take out" | "bring back"; readonly cause: Cause };
}

/** @param at when the look was taken */
export function judgeLook(watched: Watched, found: Found, at: Date, rules: MonitorRules): Verdict {
  return watched.isLive ? judgeLive(watched, found, at, rules) : judgeOut(watched, found, at, rules);
}

function judgeLive(watched: Watched, found: Found, at: Date, { quarantineAfter }: MonitorRules): Verdict {
  const state = found.isHealthy ? "WELL" : "FAILING";
  const since = watched.state === state && watched.since ? watched.since : at;
  if (found.isHealthy) {
    return { note: { state, since, reason: null, healthyLooks: watched.healthyLooks + 1, lookedAt: at } };
  }
  const { code, reason } = found;
  const isOver = at.getTime() - since.getTime() >= quarantineAfter;
  return {
    note: { state, since, reason, healthyLooks: 0, lookedAt: at },
    ...(isOver ? { act: { what: "take out", cause: { code, reason } } } : {}),
  };
}

function judgeOut(watched: Watched, found: Found, at: Date, rules: MonitorRules): Verdict {
  const healthyLooks = found.isHealthy ? watched.healthyLooks + 1 : 0;
  const reason = `It was found well ${healthyLooks} times in a row.`;
  return {
    note: {
      state: "OUT",
      since: watched.since ?? at,
      reason: reasonToBeOut(watched, found, rules),
      healthyLooks,
      lookedAt: at,
    },
    ...(healthyLooks >= rules.healthyLooks
      ? { act: { what: "bring back", cause: { code: "WELL_AGAIN", reason } } }
      : {}),
  };
}

function reasonToBeOut(watched: Watched, found: Found, rules: MonitorRules): string | null {
  // However it answers, that is not what keeps it out.
  if (watched.isUnfit) return watched.reason;
  if (!found.isHealthy) return found.reason;
  // It has been tried, and the registry has written down why it is out nevertheless.
  if (watched.healthyLooks >= rules.healthyLooks) return watched.reason;
  return "It answers again; if it goes on, it comes back.";
}
