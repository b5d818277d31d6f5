import type { CertaintyValue, PrecisionValue, TextValue } from "../../../kit/record";
import type { AmountKind, FlowNodeKind } from "../generated/types";
import type { WarningValue } from "../warnings/warning";

export interface FlowNodeValue {
  readonly id: string;
  readonly kind: FlowNodeKind;
  readonly stage: number;
  readonly code: string;
  readonly label: TextValue;
}

export interface FlowLinkValue {
  readonly source: string;
  readonly target: string;
  readonly kind: AmountKind | null;
  /** Kronor as exact decimal text. */
  readonly value: string | null;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly certainty: CertaintyValue | null;
  readonly precision: PrecisionValue | null;
  readonly isSplitStated: boolean;
  readonly isModelled: boolean;
}

export interface FlowsValue {
  readonly dataVersion: string;
  readonly nodes: readonly FlowNodeValue[];
  readonly links: readonly FlowLinkValue[];
  readonly warnings: readonly WarningValue[];
}
