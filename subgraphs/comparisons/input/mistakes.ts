import { publicError } from "../../../kit/errors";

/** One thing that is wrong with a question, and what to do about it. */
export interface Mistake {
  /** Where in the field's arguments, such as ["input", "filter", "themes"]. */
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/** A message that is longer is cut on its way to the client. */
const LONGEST_MESSAGE = 400;

/**
 * Refuses a question for every mistake at once.
 * @throws BAD_USER_INPUT with `mistakes`, unless there are none
 */
export function refuseMistakes(mistakes: readonly Mistake[]): void {
  const [first, ...more] = mistakes.map(({ path, message, remedy }) => `${path.join(".")}: ${message} ${remedy}`);
  if (first === undefined) return;
  const all = [first, ...more].join(" ");
  const told = all.length <= LONGEST_MESSAGE ? all : `${first} And ${more.length} more in mistakes.`;
  throw publicError("BAD_USER_INPUT", told, { argument: mistakes[0]?.path[0], mistakes });
}
