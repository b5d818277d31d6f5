import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { projectRoot } from "../../kit/project-root";
import { interpolate } from "./interpolate";

export interface HealthCheck {
  readonly test?: readonly string[];
  readonly disable?: boolean;
}

export type Condition = "service_started" | "service_healthy" | "service_completed_successfully";

export interface ComposeService {
  readonly image: string;
  readonly build?: string;
  readonly pull_policy?: string;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: Condition }>>;
  readonly healthcheck?: HealthCheck;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly stop_grace_period?: string;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
}

/** The file as it is written, with the anchors resolved and no variable filled in. */
export function parseComposeFile(): ComposeFile {
  return parse(readFileSync(join(projectRoot, "docker-compose.yml"), "utf8"), { merge: true });
}

/**
 * The file as Docker Compose would take it.
 * @param environment what stands in the shell's environment or in .env
 * @throws Error naming a required variable that is not there
 */
export function readComposeFile(environment: Readonly<Record<string, string>>): ComposeFile {
  return interpolate(parseComposeFile(), environment);
}

export function serviceOf({ services }: ComposeFile, name: string): ComposeService {
  const service = services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}
