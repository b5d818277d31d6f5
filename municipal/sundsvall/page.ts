import { GraphQLError } from "graphql";
import type { Need, Status } from "./rows/rows";
import { statusOf } from "./rows/rows";

export interface PageArguments {
  readonly status?: readonly Status[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Need }[];
  readonly nodes: readonly Need[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

const LARGEST = 100;

/**
 * One page of needs. A cursor holds the place of a row in the order, not its number, so that rows that are written
 * meanwhile move nothing.
 * @param needs the newest observation first, those of one day by id
 */
export function pageOf(needs: readonly Need[], { status, first, after }: PageArguments): Page {
  const size = first ?? 20;
  if (size < 0 || size > LARGEST) throw badInput(`first must be 0 to ${LARGEST}, not ${size}.`);
  const wanted = status ? needs.filter((need) => status.includes(statusOf(need))) : needs;
  const place = after == null ? undefined : readCursor(after);
  const rest = place ? wanted.filter((need) => isAfter(need, place)) : wanted;
  const nodes = rest.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rest.length > nodes.length,
      hasPreviousPage: rest.length < wanted.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: wanted.length,
  };
}

interface Place {
  readonly observedOn: string;
  readonly id: string;
}

const isAfter = (need: Need, { observedOn, id }: Place) =>
  need.observedOn < observedOn || (need.observedOn === observedOn && need.id > id);

const cursorOf = ({ observedOn, id }: Need) => Buffer.from(`${observedOn} ${id}`).toString("base64url");

function readCursor(cursor: string): Place {
  const [, observedOn, id] = /^(\d{4}-\d\d-\d\d) (\S+)$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (observedOn === undefined || id === undefined) throw badInput("after is not a cursor of this list.");
  return { observedOn, id };
}

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
