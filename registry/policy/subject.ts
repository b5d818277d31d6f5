import type { DocumentNode } from "graphql";
import type { HubSurface } from "../hub-surface";
import type { Owner } from "../model";

/** A schema that an owner hands in, with everybody whose names it must keep clear of. */
export interface PolicySubject {
  readonly owner: Owner;
  /** All owners; whether `owner` is among them makes no difference. */
  readonly owners: readonly Owner[];
  readonly sdl: string;
  /** `sdl` parsed with places. */
  readonly document: DocumentNode;
  readonly hub: HubSurface;
}
