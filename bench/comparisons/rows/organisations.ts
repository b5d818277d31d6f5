import { cited, life, lifeColumns, texts } from "./dice";
import { FIRST_YEAR, type Plan } from "./plan";

/** By place in a municipality's list; the first two are the municipality itself and its board. */
const KINDS = [
  "MUNICIPALITY",
  ...Array<string>(5).fill("MUNICIPAL_BOARD"),
  ...Array<string>(5).fill("MUNICIPAL_UNIT"),
  "MUNICIPAL_COMPANY",
  ...Array<string>(4).fill("ASSOCIATION"),
  ...Array<string>(2).fill("SCHOOL"),
  "FOUNDATION",
  "NETWORK",
];

export function organisationStatements({ organisations }: Plan): string[] {
  return [
    `INSERT INTO organisations.organisation (municipality_code, id, name, aliases, kind, contacts, ${lifeColumns})
     SELECT p.code, p.code || '-organisation-' || o, p.name || ', organisation ' || o, '{}',
       (${texts(KINDS)})[1 + o % ${KINDS.length}], '[]'::jsonb, ${life(cited("p.code", FIRST_YEAR.toString()))}
     FROM place p CROSS JOIN generate_series(0, ${organisations - 1}) AS o`,
  ];
}
