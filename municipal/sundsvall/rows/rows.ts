import { z } from "zod";

export const statuses = ["IDENTIFIED", "PLANNED", "UNDER_WAY", "DONE", "DECLINED", "UNKNOWN"] as const;
export type Status = (typeof statuses)[number];

const id = z.string().regex(/^2281-[a-z0-9]+(-[a-z0-9]+)*$/, "must be 2281- and a slug");
/** An id that others have given. */
const hubId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be an id of the hub");
const text = z.string().trim().min(1).max(2_000);
const day = z.iso.date();
const year = z.number().int().min(1990).max(2100);
/** Kronor as text, so that no öre is lost on the way. */
const kronor = z.string().regex(/^\d{1,12}(\.\d{2})?$/, "must be kronor such as 185000.50");

const statusHistory = z
  .array(z.strictObject({ status: z.enum(statuses), date: day, note: text.nullable() }))
  .min(1)
  .refine((steps) => steps.every(({ date }, at) => at === 0 || date >= (steps[at - 1]?.date ?? "")), {
    error: "must be in the order of their dates",
  });

const example = { isExample: z.boolean(), exampleNote: text.nullable() };
const isNoted = ({ isExample, exampleNote }: { isExample: boolean; exampleNote: string | null }) =>
  isExample === (exampleNote !== null);
const NOTE = { error: "exampleNote belongs to rows that are examples, and to no others", path: ["exampleNote"] };

export const propertyOwnerRow = z
  .strictObject({ id, name: text, kind: z.enum(["PRIVATE", "MUNICIPAL"]), organisation: hubId.nullable(), ...example })
  .refine(isNoted, NOTE);

export const needRow = z
  .strictObject({
    id,
    title: text,
    description: text.nullable(),
    area: id,
    observedOn: day,
    statusHistory,
    ...example,
  })
  .refine(isNoted, NOTE);

export const measureRow = z
  .strictObject({
    id,
    need: id,
    title: text,
    owner: id.nullable(),
    responsible: hubId.nullable(),
    setAside: z
      .strictObject({ value: kronor.nullable(), year: year.nullable(), isApproximate: z.boolean() })
      .nullable(),
    pictures: z.array(
      z.strictObject({
        address: z.url({ protocol: /^https?$/ }),
        moment: z.enum(["BEFORE", "AFTER"]),
        takenOn: day,
        alternativeText: text,
      }),
    ),
    statusHistory,
    ...example,
  })
  .refine(isNoted, NOTE);

export type PropertyOwner = z.infer<typeof propertyOwnerRow>;
export type Need = z.infer<typeof needRow>;
export type Measure = z.infer<typeof measureRow>;

/** A need or measure stands where its last change left it. */
export const statusOf = ({ statusHistory: steps }: Need | Measure): Status => steps.at(-1)?.status ?? "UNKNOWN";
