import { z } from "zod";

/**
 * What the registry answers, as far as the commands look at it. Everything else in an answer is kept, so that `--json`
 * passes on what a newer hub says too.
 */
const finding = z.looseObject({
  code: z.string(),
  severity: z.enum(["ERROR", "WARNING"]),
  message: z.string(),
  remedy: z.string(),
  coordinate: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});
export type AnsweredFinding = z.infer<typeof finding>;

const change = z.looseObject({
  criticality: z.enum(["BREAKING", "DANGEROUS", "SAFE"]),
  coordinate: z.string(),
  message: z.string(),
  isUsed: z.boolean(),
  usedBy: z.array(z.object({ client: z.string(), count: z.number() })).optional(),
});
export type AnsweredChange = z.infer<typeof change>;

const judged = { findings: z.array(finding), changes: z.array(change) };

export const checkAnswer = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("passed"), ...judged }),
  z.looseObject({ kind: z.literal("failed"), ...judged }),
]);
export type CheckAnswer = z.infer<typeof checkAnswer>;

export const publishAnswer = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("published"),
    version: z.number(),
    supergraph: z.looseObject({ number: z.number(), hash: z.string() }),
    ...judged,
  }),
  z.looseObject({ kind: z.literal("unchanged"), version: z.number() }),
  z.looseObject({ kind: z.literal("rejected"), ...judged }),
]);
export type PublishAnswer = z.infer<typeof publishAnswer>;

export const switchAnswer = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("switched"),
    activation: z.looseObject({ number: z.number(), supergraph: z.number() }),
    hash: z.string(),
    changes: z.array(change).optional(),
    undone: z.looseObject({ reason: z.string(), owner: z.string().nullable() }).optional(),
  }),
  z.looseObject({ kind: z.literal("unchanged") }),
  z.looseObject({ kind: z.literal("refused"), reason: z.string() }),
]);
export type SwitchAnswer = z.infer<typeof switchAnswer>;

/** What a gateway says of itself; a registry by itself names its supergraph by number. */
export const healthAnswer = z.looseObject({ status: z.string(), supergraph: z.string().optional() });

export const problemAnswer = z.looseObject({ title: z.string().optional(), detail: z.string() });
