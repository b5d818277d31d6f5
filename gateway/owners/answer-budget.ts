/** What one owner may answer to a request, and all owners together: items of lists, fields of objects, values in scalars. */
export const MOST_VALUES = 100_000;
export const MOST_VALUES_TOGETHER = 300_000;
/** Rows of the hub that owners' answers to a request may name, each counted once. */
export const MOST_ROWS = 1000;
/** Places in which such rows may stand. The hub's rooms are asked, and their answers are copied, once for each. */
export const MOST_PLACES = 5000;

/** What is left of an owner's budget while an answer of it is read. */
export interface AnswerBudget {
  /** @returns whether so many values more may be taken up */
  spend(values: number): boolean;
  /** @returns whether one more row of the hub may stand somewhere */
  name(type: string, key: string): boolean;
  /** Whether something was refused: the answer is too large, and nothing of it may be taken up. */
  exceeded(): boolean;
}

/** What owners may answer to one request. */
export interface OwnersBudget {
  of(owner: string): AnswerBudget;
  /** Allows rows of the hub to stand in fewer places. */
  limitPlaces(most: number): void;
}

const budgets = new WeakMap<object, OwnersBudget>();

/** The budget of a request, by the context that its data sources and plugins share. */
export function budgetOf(context: object): OwnersBudget {
  const known = budgets.get(context);
  if (known) return known;
  const made = createOwnersBudget();
  budgets.set(context, made);
  return made;
}

/**
 * An answer is read without a pause, so what a refused one had of the common budgets is given back to the others: no
 * owner uses up another's share by answering too much.
 */
function createOwnersBudget(): OwnersBudget {
  const leftOf = new Map<string, number>();
  const rows = new Set<string>();
  let left = MOST_VALUES_TOGETHER;
  let places = MOST_PLACES;

  function createAnswerBudget(owner: string): AnswerBudget {
    const added = new Set<string>();
    let spent = 0;
    let placed = 0;
    let exceeded = false;

    function refuse(): false {
      if (exceeded) return false;
      exceeded = true;
      left += spent;
      places += placed;
      for (const row of added) rows.delete(row);
      return false;
    }

    function spend(values: number): boolean {
      if (exceeded) return false;
      const own = (leftOf.get(owner) ?? MOST_VALUES) - values;
      leftOf.set(owner, own);
      if (own < 0 || left < values) return refuse();
      left -= values;
      spent += values;
      return true;
    }

    return {
      spend,
      name(type, key) {
        if (!spend(1)) return false;
        if (places < 1) return refuse();
        places -= 1;
        placed += 1;
        const row = `${type} ${key}`;
        if (rows.has(row)) return true;
        if (rows.size >= MOST_ROWS) return refuse();
        rows.add(row);
        added.add(row);
        return true;
      },
      exceeded: () => exceeded,
    };
  }

  return {
    of: createAnswerBudget,
    limitPlaces(most) {
      places = Math.min(places, most);
    },
  };
}
