import type { Cause } from "../pipeline/cause";

/** Why a subgraph goes out. */
export const illness = (reason: string): Cause => ({ code: "ENDPOINT_FAILS", reason });

/** Why one comes back. */
export const wellAgain: Cause = { code: "WELL_AGAIN", reason: "It was found well 2 times in a row." };
