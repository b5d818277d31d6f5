import { publicError } from "./errors";
import { createSlots, NoSlotError } from "./slots";

/**
 * Lets each owner do only so much at once, so that none takes what all share; an owner's others wait in turn.
 * @param most of one owner's at once
 * @param mostWaiting of one owner's; more are refused with WRITE_BUSY
 */
export function createOwnerSlots(most: number, mostWaiting: number) {
  // Owners are those of accepted tokens: municipalities and funding sources, some hundreds.
  const slots = new Map<string, ReturnType<typeof createSlots>>();

  return async function within<T>(owner: string, work: () => Promise<T>): Promise<T> {
    const own = slots.get(owner) ?? createSlots(most, mostWaiting);
    slots.set(owner, own);
    try {
      return await own(undefined, work);
    } catch (error) {
      if (!(error instanceof NoSlotError)) throw error;
      throw publicError(
        "WRITE_BUSY",
        `${owner} writes too much at once. Nothing was written of this request; send it again in a moment.`,
      );
    }
  };
}
