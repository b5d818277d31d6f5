import type { DocumentNode } from "graphql";
import type { Finding } from "../findings";
import type { Owner } from "../model";

/** A subgraph that runs somewhere, with the schema that it is said to have. */
export interface ProbeSubject {
  readonly owner: Owner;
  readonly sdl: string;
  readonly document: DocumentNode;
  readonly routingUrl: string;
}

/** Asks an endpoint whether it is what its owner hands in; what it does wrong comes back as findings, never as an error. */
export type Probe = (subject: ProbeSubject) => Promise<Finding[]>;

/** How an endpoint was found. `reason` is one sentence, for its owner and the log. */
export type Look = { readonly isHealthy: true } | { readonly isHealthy: false; readonly reason: string };

/** A light look at an endpoint that is published already. */
export type LookAt = (subject: Omit<ProbeSubject, "document">, signal?: AbortSignal) => Promise<Look>;
