import type { Finding } from "./findings";
import type { Activation } from "./model";

/** A subgraph as its owner hands it in. */
export interface Submission {
  /** Whose subgraph it is. */
  readonly owner: string;
  readonly sdl: string;
  readonly routingUrl: string;
  /** In the owner's words, such as a commit's first line. */
  readonly message?: string;
  /** Only the operator: publish in spite of breaking changes that are in use. */
  readonly force?: boolean;
}

/** A subgraph that is only tried. Without an address nothing is said of one, and no endpoint is asked. */
export type Trial = Omit<Submission, "routingUrl"> & Partial<Pick<Submission, "routingUrl">>;

/** What a check says; nothing has been changed. */
export type CheckOutcome =
  | { readonly kind: "passed"; readonly findings: readonly Finding[]; readonly changes: readonly SchemaChange[] }
  | { readonly kind: "failed"; readonly findings: readonly Finding[]; readonly changes: readonly SchemaChange[] };

/** How often a client sent operations that use something, of late. */
export interface ClientUse {
  /** What the client calls itself; "unknown" for those that say nothing. */
  readonly client: string;
  readonly count: number;
}

/** How the public schema would differ from the live one. */
export interface SchemaChange {
  readonly criticality: "BREAKING" | "DANGEROUS" | "SAFE";
  /** Such as Area.sundsvall. */
  readonly coordinate: string;
  readonly message: string;
  /** Whether a recorded operation of the last days uses it. */
  readonly isUsed: boolean;
  /** Clients by their own names, those who ask most first, at most ten; absent when nobody uses it. */
  readonly usedBy?: readonly ClientUse[];
}

/** What a publish came to: all of it, or nothing. */
export type PublishOutcome =
  | {
      readonly kind: "published";
      readonly version: number;
      readonly supergraph: { readonly number: number; readonly hash: string };
      /** Warnings only. */
      readonly findings: readonly Finding[];
      readonly changes: readonly SchemaChange[];
    }
  | { readonly kind: "unchanged"; readonly version: number }
  | { readonly kind: "rejected"; readonly findings: readonly Finding[]; readonly changes: readonly SchemaChange[] };

/** What a rollback or a removal came to. */
export type SwitchOutcome =
  | {
      readonly kind: "switched";
      readonly activation: Activation;
      readonly hash: string;
      /** What it was for those who ask the graph, as warnings; absent when it is about all, or takes too long to tell. */
      readonly findings?: readonly Finding[];
      readonly changes?: readonly SchemaChange[];
      /** What was done last and is undone, when nobody has said what to go to. */
      readonly undone?: Activation;
    }
  | { readonly kind: "unchanged" }
  /** `reason` is one sentence that says what to do instead. */
  | { readonly kind: "refused"; readonly reason: string };
