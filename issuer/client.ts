import type { Role } from "../kit/access";

/** A system that gets tokens of the development issuer. */
export interface DevelopmentClient {
  readonly id: string;
  /** Whose data it may touch, as `kommungraf_owner` has it. */
  readonly owner: string;
  readonly roles: readonly Role[];
}
