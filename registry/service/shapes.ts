import { z } from "zod";
import { isHost } from "../pipeline/set-hosts";

const text = (most: number) =>
  z.string({ error: "must be a text" }).min(1, "must not be empty").max(most, `must have at most ${most} characters`);

const whole = (least: number, most: number) =>
  z
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const MOST_NUMBER = 2_147_483_647;
const owner = text(100);
/** Bounded by the body. */
const sdl = text(4_000_000);
const routingUrl = text(2000);

export const checkBody = z.strictObject({ owner: owner.optional(), sdl, routingUrl: routingUrl.optional() });

export const publishBody = z.strictObject({
  sdl,
  routingUrl,
  message: text(500).optional(),
  force: z.boolean({ error: "must be true or false" }).optional(),
});

export const rollbackBody = z.strictObject({ to: whole(1, MOST_NUMBER).optional() });

const host = z
  .string({ error: "must be a text" })
  .refine(isHost, "must be a host such as graf.sundsvall.se, or *.sundsvall.se for all below it");

export const hostsBody = z.strictObject({
  hosts: z
    .array(host, { error: "must be a list of hosts, or null for any" })
    .min(1, "must name a host, or be null for any")
    .max(100, "must have at most 100 hosts")
    .nullable(),
});

export const tokenBody = z.strictObject({ owner, days: whole(1, 365).optional(), note: text(200).optional() });

/** Of a search, where everything is a text. */
const digits = z
  .string()
  .regex(/^\d{1,15}$/, "must be a whole number")
  .transform(Number);

export const auditSearch = z.strictObject({
  owner: owner.optional(),
  before: digits.optional(),
  limit: digits.pipe(whole(1, 500)).default(100),
});

export const tokensSearch = z.strictObject({ owner: owner.optional() });

export const supergraphsSearch = z.strictObject({ limit: digits.pipe(whole(1, 500)).default(100) });

/** What to do about a member that is wrong. */
export const remedies: Readonly<Record<string, string>> = {
  owner: "Name one owner, such as sundsvall or upplands-vasby.",
  sdl: "Send the subgraph's schema as one text in GraphQL's schema language.",
  routingUrl: "Send the address at which the hub asks the service, such as https://graf.sundsvall.se/graphql.",
  message: "Send a short text, such as the first line of a commit, or leave it out.",
  force: "Send true or false, or leave it out.",
  to: "Send the number of a version or of a supergraph, or leave it out for the one before.",
  hosts:
    "Send the hosts at which the owner's service may be, in small letters and without scheme or port, or null for any.",
  days: "Send how many days the token lasts, from 1 to 365, or leave it out for 90.",
  note: "Send a short text that says what the token is for, or leave it out.",
  before: "Send the number of an entry, or leave it out to begin with the newest.",
  limit: "Send how many entries to list, from 1 to 500, or leave it out for 100.",
};
