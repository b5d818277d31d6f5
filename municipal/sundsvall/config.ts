import { join } from "node:path";
import { z } from "zod";
import { home } from "./home";

const address = z
  .string()
  .regex(/^https?:\/\/[^/?#\s@]+\/?$/, "must be an address without path, such as https://hub.example")
  .transform((url) => url.replace(/\/$/, ""));

const variables = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4103),
  /** The hub that may ask; without it everybody may. */
  HUB_URL: address.optional(),
  /** Folder with the rows. */
  DATA_FOLDER: z.string().default(join(home, "data")),
  /** What one shows to write rows; without it nobody can write. */
  WRITE_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
});

export interface Config {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly hubUrl: string | undefined;
  readonly dataFolder: string;
  readonly writeToken: string | undefined;
}

/** @throws Error that names every mistake in the environment */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = variables.safeParse(given);
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
  }
  const { HOST, PORT, HUB_URL, DATA_FOLDER, WRITE_TOKEN } = read.data;
  return { host: HOST, port: PORT, hubUrl: HUB_URL, dataFolder: DATA_FOLDER, writeToken: WRITE_TOKEN };
}
