import type { Look } from "../probe/subject";
import type { LookNote, Watched } from "../store/looks";

export interface MonitorRules {
  /** How long a subgraph fails before it is taken out, in milliseconds. */
  readonly quarantineAfter: number;
  /** How many good looks in a row bring it back. */
  readonly healthyLooks: number;
}

/** What follows from a look: what is written down, and whether the supergraph is to be changed. */
export interface Verdict {
  readonly note: LookNote;
  readonly act: "nothing" | "take out" | "bring back";
}

/** @param at when the look was taken */
export function judgeLook(watched: Watched, look: Look, at: Date, rules: MonitorRules): Verdict {
  return watched.isLive ? judgeLive(watched, look, at, rules) : judgeOut(watched, look, at, rules);
}

function judgeLive(watched: Watched, look: Look, at: Date, { quarantineAfter }: MonitorRules): Verdict {
  const state = look.isHealthy ? "WELL" : "FAILING";
  const since = watched.state === state && watched.since ? watched.since : at;
  const isOver = !look.isHealthy && at.getTime() - since.getTime() >= quarantineAfter;
  return {
    note: {
      state,
      since,
      reason: look.isHealthy ? null : look.reason,
      healthyLooks: look.isHealthy ? watched.healthyLooks + 1 : 0,
      lookedAt: at,
    },
    act: isOver ? "take out" : "nothing",
  };
}

function judgeOut(watched: Watched, look: Look, at: Date, rules: MonitorRules): Verdict {
  const healthyLooks = look.isHealthy ? watched.healthyLooks + 1 : 0;
  const isBack = healthyLooks >= rules.healthyLooks;
  return {
    note: {
      state: "OUT",
      since: watched.since ?? at,
      reason: look.isHealthy ? "It answers again; if it goes on, it comes back." : look.reason,
      // When it does not fit any more, it is tried again after as many looks.
      healthyLooks: isBack ? 0 : healthyLooks,
      lookedAt: at,
    },
    act: isBack ? "bring back" : "nothing",
  };
}
