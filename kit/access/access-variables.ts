import { z } from "zod";
import type { Logger } from "../logger";
import { HUB_OWNER, ownerFits, roles } from "./identity";
import { isIssuerAddress } from "./issuer-address";
import type { TrustedIssuer } from "./trusted-issuer";
import { createTokenVerifier, noIssuers, type TokenVerifier } from "./verify";

const EXAMPLE = '[{"issuer": "https://issuer.example"}]';

const address = z.string().refine(isIssuerAddress, "must be an https address (http only of this machine)");
const owner = z
  .string()
  .refine(
    (text) => roles.some((role) => ownerFits(role, text)),
    `must be a municipality code, a funding source or the word ${HUB_OWNER}`,
  );

const issuerShape = z.strictObject({
  issuer: address,
  jwksUri: address.optional(),
  audience: z.string().min(1, "must not be empty").optional(),
  ownerClaim: z.string().min(1, "must not be empty").optional(),
  owners: z.record(z.string().min(1), owner).optional(),
  scopes: z
    .record(
      z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, "must be one scope, without spaces"),
      z.enum(roles, { error: `must be one of ${roles.join(", ")}` }),
    )
    .optional(),
});

const issuersShape = z
  .array(issuerShape, { error: `must be a list, such as ${EXAMPLE}` })
  .min(1, "must name an issuer; leave it unset where no tokens are taken")
  .superRefine((list, context) => {
    list.forEach(({ issuer }, index) => {
      if (list.findIndex((one) => one.issuer === issuer) === index) return;
      context.addIssue({ code: "custom", path: [index, "issuer"], message: "is there twice" });
    });
  });

/** Whose access tokens are taken: what the gateway and every room that is a service of its own are told. */
export const accessVariables = {
  OAUTH_ISSUERS: z
    .string()
    .optional()
    .transform((text, context): readonly TrustedIssuer[] | undefined => {
      if (text === undefined) return undefined;
      const read = issuersShape.safeParse(parsed(text));
      if (read.success) return read.data;
      for (const { path, message } of read.error.issues) {
        context.addIssue({ code: "custom", message: [placeOf(path), message].filter(Boolean).join(" ") });
      }
      return z.NEVER;
    }),
};

/** What identifies the callers of a hub at this public address. */
export function tokensOf(
  issuers: readonly TrustedIssuer[] | undefined,
  audience: string | (() => string),
  logger: Logger,
): TokenVerifier {
  return issuers ? createTokenVerifier({ audience, issuers, logger }) : noIssuers;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** [0].owners.212000-2411 */
const placeOf = (path: readonly PropertyKey[]) =>
  path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
