import type { SnapshotReader } from "../../../kit/database";
import { publicError } from "../../../kit/errors";
import type { TextValue } from "../../../kit/record";
import { readDataVersion } from "../comparison/data-version";
import { UNKNOWN_LABEL } from "../comparison/labels";
import { CERTAINTY_BY_RANK } from "../facts/certainty";
import type { FlowNodeKind, FundingFlowsInput } from "../generated/types";
import { refuseMistakes } from "../input/mistakes";
import { flowMistakes } from "./flow-mistakes";
import type { FlowScope } from "./flow-scope";
import { flowWarnings } from "./flow-warnings";
import type { FlowLinkValue, FlowNodeValue, FlowsValue } from "./flows";
import { createFlowsRepository, type FlowSumRow } from "./flows.repository";

/** More than anybody reads or draws; the answer is refused rather than cut. */
export const MOST_LINKS = 2000;

/** Above this the links would be too many anyway, and finding that out would take longer than an answer may. */
export const MOST_MUNICIPALITIES = 100;

const UNALLOCATED_LABEL: TextValue = { sv: "Inte fördelat", en: "Not allocated" };

/**
 * Where money comes from and where it goes, by kind of amount.
 * @param reader of one state of the data: all statements must see the same
 * @throws BAD_USER_INPUT with every mistake; ANSWER_TOO_LARGE above `MOST_MUNICIPALITIES` municipalities or `MOST_LINKS`
 * links
 */
export async function followMoney(reader: SnapshotReader, input: FundingFlowsInput): Promise<FlowsValue> {
  const asked = input.municipalities ?? null;
  const { dataVersion, municipalityCodes } = await readDataVersion(reader, asked);
  refuseMistakes(flowMistakes(input, municipalityCodes));
  if (municipalityCodes.length > MOST_MUNICIPALITIES) {
    throw publicError(
      "ANSWER_TOO_LARGE",
      `The flows are of ${municipalityCodes.length} municipalities; at most ${MOST_MUNICIPALITIES} are followed at once. Name fewer in the input.`,
      { argument: "input.municipalities", limit: MOST_MUNICIPALITIES },
    );
  }
  const scope: FlowScope = {
    municipalityCodes,
    years: input.years ?? null,
    end: input.end ?? "THEME",
    split: input.split ?? "STATED",
  };
  const repository = createFlowsRepository(reader);
  const sums = await repository.sumFlows(scope, MOST_LINKS + 1);
  if (sums.length > MOST_LINKS) {
    throw publicError(
      "ANSWER_TOO_LARGE",
      `The flows have more than ${MOST_LINKS} links. Name municipalities or years in the input.`,
      { argument: "input", limit: MOST_LINKS },
    );
  }
  const nodes = nodesOf(sums);
  const labels = new Map(
    (await repository.findFlowLabels(nodes)).map(({ kind, code, sv, en }) => [nodeId(kind, code), { sv, en }]),
  );
  const doubts = await repository.findFlowDoubts(scope);
  const named = nodes.map((node): FlowNodeValue => ({ ...node, label: labelOf(node, labels) }));
  const places = new Map(named.map(({ id }, place) => [id, place]));
  const place = (id: string) => places.get(id) ?? 0;
  return {
    dataVersion,
    nodes: named,
    links: sums
      .map(linkOf)
      .sort(
        (a, b) =>
          place(a.source) - place(b.source) ||
          place(a.target) - place(b.target) ||
          compare(a.kind ?? "~", b.kind ?? "~"),
      ),
    warnings: flowWarnings(scope, sums, doubts),
  };
}

type Node = Omit<FlowNodeValue, "label">;

/** Every node once, by stage and code; what is not known or not allocated comes last in its stage. */
function nodesOf(sums: readonly FlowSumRow[]): Node[] {
  const nodes = new Map<string, Node>();
  const add = (stage: number, kind: FlowNodeKind, code: string) => {
    const id = nodeId(kind, code, stage);
    nodes.set(id, { id, kind, stage, code });
  };
  for (const { stage, sourceKind, sourceCode, targetKind, targetCode } of sums) {
    add(stage, sourceKind, sourceCode);
    add(stage + 1, targetKind, targetCode);
  }
  const isRest = ({ kind }: Node) => (kind === "UNKNOWN" || kind === "UNALLOCATED" ? 1 : 0);
  return [...nodes.values()].sort(
    (a, b) => a.stage - b.stage || isRest(a) - isRest(b) || compare(a.code, b.code) || compare(a.kind, b.kind),
  );
}

/** Each stage has an unknown node of its own; every other kind stands in one stage only. */
function nodeId(kind: FlowNodeKind, code: string, stage?: number): string {
  return kind === "UNKNOWN" ? `UNKNOWN:${stage}` : `${kind}:${code}`;
}

function labelOf({ id, kind, code }: Node, labels: ReadonlyMap<string, TextValue>): TextValue {
  if (kind === "UNKNOWN") return UNKNOWN_LABEL;
  if (kind === "UNALLOCATED") return UNALLOCATED_LABEL;
  return labels.get(id) ?? { sv: code, en: code };
}

function linkOf(row: FlowSumRow): FlowLinkValue {
  const { value, certainty } = row;
  return {
    source: nodeId(row.sourceKind, row.sourceCode, row.stage),
    target: nodeId(row.targetKind, row.targetCode, row.stage + 1),
    kind: row.kind === "" ? null : row.kind,
    value,
    recordCount: row.recordCount,
    missingCount: row.missingCount,
    certainty: certainty === null ? null : (CERTAINTY_BY_RANK[certainty] ?? "UNKNOWN"),
    precision: value === null ? null : row.isApproximate ? "APPROXIMATE" : "EXACT",
    isSplitStated: row.isSplitStated,
    isModelled: row.isModelled,
  };
}

/** By code units: the same order everywhere. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
