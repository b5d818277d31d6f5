import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, parse } from "graphql";

/** A municipality that publishes a subgraph of its own. */
export interface Publisher {
  /** Slug, such as upplands-vasby. */
  readonly name: string;
  /** What its fields begin with, such as upplandsVasby. */
  readonly prefix: string;
  /** Kommunkod. */
  readonly code: string;
}

/** The rows that a municipality has something to say of. */
export interface MunicipalRows {
  /** What its list of needs refers to. */
  readonly areaId: string;
  readonly initiativeId: string;
  /** Other areas and initiatives of its own. */
  readonly others?: ReadonlySet<string>;
}

const typePrefix = ({ prefix }: Publisher) => prefix.charAt(0).toUpperCase() + prefix.slice(1);

/** 2, 3, … up to the edition: each adds one field to what the first had. */
const later = (edition: number) => Array.from({ length: Math.max(0, edition - 1) }, (_, index) => index + 2);

/**
 * The schema that a municipality publishes: it extends the hub's entities by types of its own, and has one list.
 * @param edition 1, 2, 3 …; each later one has one field more, `edition2`, `edition3` …
 */
export function municipalSdl(publisher: Publisher, edition = 1): string {
  const { prefix } = publisher;
  const Type = typePrefix(publisher);
  const added = later(edition).map((number) => `  "Came with edition ${number}."\n  edition${number}: String\n`);
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

scalar MunicipalityCode

type Municipality @key(fields: "code") {
  code: MunicipalityCode!
  "What the municipality itself says."
  ${prefix}: ${Type}Municipality
}

type Area @key(fields: "id") {
  id: ID!
  "What the municipality says of the area."
  ${prefix}: ${Type}Area
}

type Initiative @key(fields: "id") {
  id: ID!
  "What the municipality says of the initiative."
  ${prefix}: ${Type}Initiative
}

"What the municipality itself says."
type ${Type}Municipality {
  "A note."
  note: String
${added.join("")}}

"What the municipality says of an area."
type ${Type}Area {
  "Visits so far."
  visits: Int
  "A note."
  note: String
}

"What the municipality says of an initiative."
type ${Type}Initiative {
  "How far it is."
  phase: String
}

"Behov: something that is needed in an area."
type ${Type}Need {
  "Its id."
  id: ID!
  "In words."
  text: String
  "Where."
  area: Area
  "What answers it."
  initiative: Initiative
}

type Query {
  "Behov, newest first."
  ${prefix}Needs: [${Type}Need!]
}
`;
}

type Reference = { readonly code?: string; readonly id?: string };

/** What the municipality answers: everything follows from its name, the edition and the row that is asked about. */
export const municipalValues = {
  note: ({ name }: Publisher, edition: number) => `${name}, edition ${edition}`,
  visits: (areaId: string) => areaId.length,
  areaNote: (areaId: string) => `of ${areaId}`,
  phase: (initiativeId: string) => `phase of ${initiativeId}`,
  needs: ({ name, code }: Publisher) => [1, 2, 3].map((n) => ({ id: `${code}-need-${n}`, text: `${name} needs ${n}` })),
};

/** An executable schema over `municipalSdl`. */
export function municipalSchema(publisher: Publisher, edition = 1, rows?: MunicipalRows): GraphQLSchema {
  const { prefix, code } = publisher;
  const { areaId, initiativeId, others } = rows ?? { areaId: `${code}-omrade-1`, initiativeId: `${code}-insats-1` };
  const known = new Set([code, areaId, initiativeId, ...(others ?? [])]);
  const findRow = (reference: Reference) => (known.has(reference.code ?? reference.id ?? "") ? reference : null);
  return buildSubgraphSchema({
    typeDefs: parse(municipalSdl(publisher, edition)),
    resolvers: {
      Municipality: {
        __resolveReference: findRow,
        [prefix]: () => ({
          note: municipalValues.note(publisher, edition),
          ...Object.fromEntries(later(edition).map((number) => [`edition${number}`, `${number}`])),
        }),
      },
      Area: {
        __resolveReference: findRow,
        [prefix]: ({ id = "" }: Reference) => ({
          visits: municipalValues.visits(id),
          note: municipalValues.areaNote(id),
        }),
      },
      Initiative: {
        __resolveReference: findRow,
        [prefix]: ({ id = "" }: Reference) => ({ phase: municipalValues.phase(id) }),
      },
      Query: {
        [`${prefix}Needs`]: () =>
          municipalValues
            .needs(publisher)
            .map((need) => ({ ...need, area: { id: areaId }, initiative: { id: initiativeId } })),
      },
    } as never,
  });
}
