import type { Actor, Owner } from "./model";

/** Name of the owner that may act for all. */
export const OPERATOR = "kommungraf";

/** Whoever can reach the database itself, such as at the machine's command line, may do what the operator may. */
export const localOperator: Actor = { name: "local", owner: OPERATOR, isOperator: true };

/** Agencies that say something about initiatives in municipalities. */
const agencies = [
  { name: "boverket", title: "Boverket" },
  { name: "tillvaxtverket", title: "Tillväxtverket" },
];

/** Everybody who may publish: each municipality, the agencies, and who runs the hub. */
export function ownersOf(
  municipalities: readonly { readonly code: string; readonly name: string; readonly slug: string }[],
): Owner[] {
  return [
    ...municipalities.map(({ code, name, slug }) => toOwner("MUNICIPALITY", slug, name, code)),
    ...agencies.map(({ name, title }) => toOwner("AGENCY", name, title, null)),
    toOwner("OPERATOR", OPERATOR, "Kommungraf", null),
  ];
}

function toOwner(kind: Owner["kind"], name: string, title: string, municipality: string | null): Owner {
  return { name, title, kind, municipality, prefix: prefixOf(name), hosts: null };
}

/** The slug as a field's name begins: upplands-vasby becomes upplandsVasby, habo-0305 habo0305. */
export function prefixOf(slug: string): string {
  return slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
