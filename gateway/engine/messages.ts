import type { UsageReport } from "../usage/types";
import type { BreakerStates, EngineQuestion, EngineSettings, Subgraph } from "./types";

/** What a thread is started with. */
export interface EngineThreadData {
  readonly sdl: string;
  readonly settings: EngineSettings;
  readonly breakers: BreakerStates;
  readonly logLevel: string;
}

/** Why a request is given up: nobody waits for it any more, or its time is up, in the words for the client. */
export type AbortReason =
  | { readonly kind: "gone"; readonly message: string }
  | { readonly kind: "time-up"; readonly message: string; readonly extensions: Readonly<Record<string, unknown>> };

export type ToThread =
  | {
      readonly kind: "execute";
      readonly id: number;
      readonly requestId: string;
      readonly question: EngineQuestion;
    }
  | { readonly kind: "abort"; readonly id: number; readonly reason: AbortReason }
  /** Sent before the first request that it applies to. */
  | { readonly kind: "issuer"; readonly issuer: string }
  | { readonly kind: "breakers" }
  /** Sent before the first request of a client. */
  | { readonly kind: "take-breakers"; readonly states: BreakerStates }
  /** Asks for a sign of life. */
  | { readonly kind: "ping" }
  | { readonly kind: "stop" };

export type FromThread =
  | { readonly kind: "ready"; readonly subgraphs: readonly Subgraph[]; readonly schemaText: string }
  | { readonly kind: "refused"; readonly message: string }
  | {
      readonly kind: "answer";
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: ArrayBuffer;
      readonly clean: boolean;
    }
  /** The request failed in a way that no answer says. */
  | { readonly kind: "fault"; readonly id: number; readonly message: string }
  | { readonly kind: "log"; readonly line: string }
  | { readonly kind: "report"; readonly report: UsageReport }
  | { readonly kind: "breakers"; readonly states: BreakerStates }
  | { readonly kind: "pong" }
  | { readonly kind: "stopped" };
