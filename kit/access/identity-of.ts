import type { JWTPayload } from "jose";
import { z } from "zod";
import { InvalidToken } from "./errors";
import { type Identity, OWNER_CLAIM, ownerFits, ownerOf, type Role, roles, SCOPE_PREFIX } from "./identity";
import type { TrustedIssuer } from "./trusted-issuer";

const claimsOf = z.object({
  client_id: z.string().regex(/^[\x20-\x7e]{1,200}$/),
  scope: z.string().max(1000),
});

const ownScopes: ReadonlyMap<string, Role> = new Map(roles.map((role) => [`${SCOPE_PREFIX}${role}`, role]));

/**
 * Who a token is of, by its claims.
 * @throws InvalidToken when it names no owner or no role, or an owner that the roles are not for
 */
export function identityOf(payload: JWTPayload, issuer: TrustedIssuer): Identity {
  const claims = claimsOf.safeParse(payload);
  if (!claims.success) throw new InvalidToken("The access token lacks client_id or scope.");
  const owner = ownerIn(payload, issuer);
  const given = rolesIn(claims.data.scope, issuer);
  const unfit = given.find((role) => !ownerFits(role, owner));
  if (unfit !== undefined) {
    throw new InvalidToken(`The access token is a ${unfit}'s, and its owner is not ${ownerOf[unfit]}.`);
  }
  return { owner, roles: given, client: claims.data.client_id };
}

function ownerIn(payload: JWTPayload, { ownerClaim = OWNER_CLAIM, owners }: TrustedIssuer): string {
  const named = Object.hasOwn(payload, ownerClaim) ? payload[ownerClaim] : undefined;
  const known = typeof named === "string" && named !== "" && (!owners || Object.hasOwn(owners, named));
  const owner = known ? (owners ? owners[named] : named) : undefined;
  if (owner === undefined)
    throw new InvalidToken(`The access token names no owner that this hub knows in ${ownerClaim}.`);
  return owner;
}

function rolesIn(scope: string, { scopes }: TrustedIssuer): readonly Role[] {
  const named = scopes ? new Map(Object.entries(scopes)) : ownScopes;
  const given = new Set(scope.split(" ").map((one) => named.get(one)));
  const found = roles.filter((role) => given.has(role));
  if (found.length > 0) return found;
  throw new InvalidToken(`The access token has no scope of this hub: ${[...named.keys()].join(", ")}.`);
}
