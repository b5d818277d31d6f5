import { z } from "zod";
import { CommandFailure, exitCodes } from "./failure";
import { withOperatorHint } from "./operator-hint";
import { createRegistryClient } from "./registry-client";
import type { HubSettings } from "./settings";

const created = z.looseObject({ id: z.string(), token: z.string(), owner: z.string(), expiresAt: z.string() });
const listed = z.array(
  z.looseObject({
    id: z.string(),
    owner: z.string(),
    note: z.string().nullable(),
    expiresAt: z.string(),
    revokedAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
  }),
);

/** The tokens of a hub, wherever it is asked for them; moments are as JSON has them. */
export interface Tokens {
  create(asked: { owner: string; days: number; note?: string }): Promise<z.infer<typeof created>>;
  list(owner: string | undefined): Promise<z.infer<typeof listed>>;
  /** @returns whether there was a valid one */
  revoke(id: string): Promise<boolean>;
}

/** Works on the tokens of the hub that a token gives the right to, or, without one, on those of the database at hand. */
export async function withTokens<T>(settings: HubSettings, work: (tokens: Tokens) => Promise<T>): Promise<T> {
  if (settings.token !== undefined) return withOperatorHint(settings, work(overHttp(settings)));
  const { withLocalRegistry } = await import("./local-registry");
  return withLocalRegistry(({ registry, actor }) =>
    work({
      create: async (asked) => created.parse(asJson(await registry.tokens.create(actor, asked))),
      list: async (owner) => listed.parse(asJson(await registry.tokens.list(owner))),
      revoke: (id) => registry.tokens.revoke(actor, id),
    }),
  );
}

function overHttp(settings: HubSettings): Tokens {
  const client = createRegistryClient(settings);
  return {
    async create(asked) {
      const read = created.safeParse(await client.createToken(asked));
      if (read.success) return read.data;
      throw new CommandFailure(exitCodes.hubFailed, `${settings.url} made a token, but does not say it as a hub does.`);
    },
    async list(owner) {
      const all = (await client.read("/registry/tokens", listed)) ?? [];
      return owner === undefined ? all : all.filter((one) => one.owner === owner);
    },
    revoke: (id) => client.revokeToken(id),
  };
}

/** What the registry gives, as it would come over HTTP. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
