import type { Job } from "./job";
import { hashJob } from "./job-hash";
import { createRecent } from "./recent";
import type { JobOutcome } from "./thread";

type GivenUp = Extract<JobOutcome<never>, { kind: "given-up" }>;

/** How long a job that was given up is not tried again. */
const MILLISECONDS = 5 * 60_000;
const REMEMBERED = 1000;

/** Remembers jobs that took too much time or memory, so that nobody has them tried over and over. */
export function createGivenUp(clock: () => number = Date.now) {
  const known = createRecent<{ readonly outcome: GivenUp; readonly until: number }>(REMEMBERED);
  return {
    /** @returns what became of the same job a short while ago */
    find(job: Job): GivenUp | undefined {
      const found = known.get(hashJob(job));
      return found && clock() < found.until ? found.outcome : undefined;
    },
    add(job: Job, outcome: GivenUp): void {
      // What crashes is a fault of ours and says nothing of the job.
      if (outcome.because !== "crash") known.set(hashJob(job), { outcome, until: clock() + MILLISECONDS });
    },
  };
}
