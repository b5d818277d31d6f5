import { type ChangeJudgement, judgeChanges } from "../checks/breaking";
import { checkReach } from "../checks/reach";
import { readSubgraph } from "../checks/read-subgraph";
import type { Finding } from "../findings";
import type { HubSurface } from "../hub-surface";
import type { Owner } from "../model";
import type { ClientUse } from "../outcomes";
import { checkPolicy } from "../policy/check-policy";
import { type ComposeAnswer, type ComposeJob, runComposeJob } from "./compose-job";

/** Everything that takes long, or longer the worse a stranger's text is. */
export interface Jobs {
  compose: { readonly job: ComposeJob; readonly answer: ComposeAnswer };
  policy: {
    readonly job: {
      readonly owner: Owner;
      readonly owners: readonly Owner[];
      readonly sdl: string;
      readonly hub: HubSurface;
    };
    readonly answer: readonly Finding[];
  };
  reach: {
    readonly job: { readonly roomsApi: string; readonly api: string; readonly owner: Owner };
    readonly answer: readonly Finding[];
  };
  changes: {
    readonly job: {
      readonly before: string;
      readonly after: string;
      readonly force: boolean;
      /** Who uses coordinates, as far as they have been asked for. */
      readonly used: ReadonlyMap<string, readonly ClientUse[]>;
    };
    readonly answer: ChangeJudgement & {
      /** Coordinates that matter if they are in use. */
      readonly asked: readonly string[];
    };
  };
}

export type JobKind = keyof Jobs;

/** A job with its kind. */
export type Job = { [Kind in JobKind]: { readonly kind: Kind } & Jobs[Kind]["job"] }[JobKind];

export async function runJob(job: Job): Promise<Jobs[JobKind]["answer"]> {
  switch (job.kind) {
    case "compose":
      return runComposeJob(job);
    case "policy": {
      const { document } = readSubgraph(job.sdl);
      return document ? checkPolicy({ ...job, document }) : [];
    }
    case "reach":
      return checkReach(job);
    case "changes": {
      let asked: readonly string[] = [];
      const judgement = await judgeChanges({
        ...job,
        async uses(coordinates) {
          asked = coordinates;
          return job.used;
        },
      });
      return { ...judgement, asked };
    }
  }
}
