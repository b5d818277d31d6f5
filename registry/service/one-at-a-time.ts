import { createSlots, NoSlotError } from "../../kit/slots";
import { tooMany } from "./problem";

/** Composing and asking the endpoint take some seconds as a rule. */
const SECONDS = 10;

/** Does an owner's work one piece after the other. */
export type OneAtATime = <T>(owner: string, work: () => Promise<T>) => Promise<T>;

/**
 * Each owner has one examination under way and one that waits, so that nobody's fill the line in which all owners stand.
 * @throws Problem 429 for a third
 */
export function createOneAtATime(): OneAtATime {
  const lines = new Map<string, { readonly within: ReturnType<typeof createSlots>; present: number }>();
  return async (owner, work) => {
    const line = lines.get(owner) ?? { within: createSlots(1, 1), present: 0 };
    lines.set(owner, line);
    line.present += 1;
    try {
      return await line.within(undefined, work);
    } catch (error) {
      if (!(error instanceof NoSlotError)) throw error;
      const name = owner.slice(0, 100);
      throw tooMany(`A check or publication of ${name} is under way already, and another one waits.`, SECONDS);
    } finally {
      line.present -= 1;
      if (line.present === 0) lines.delete(owner);
    }
  };
}
