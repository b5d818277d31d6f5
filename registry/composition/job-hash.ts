import { sha256 } from "../sha256";
import type { Job } from "./job";

/** Tells whether a job is one that was given before, by the texts that it is about. */
export const hashJob = (job: Job): string => sha256([job.kind, ...textsOf(job)]);

function textsOf(job: Job): readonly string[] {
  switch (job.kind) {
    case "compose":
      return job.services.flatMap(({ name, url, sdl }) => [name, url, sdl]);
    case "policy":
      return [job.owner.name, job.sdl];
    case "reach":
      return [job.owner.name, job.roomsApi, job.api];
    case "changes":
      return [job.before, job.after, `${job.force}`, ...job.used.keys()];
  }
}
