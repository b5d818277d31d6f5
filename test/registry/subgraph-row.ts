import type { FindingCode } from "../../registry/findings";

/** A schema that somebody hands in. */
export interface SubgraphRow {
  /** What it is, as the end of a test's name. */
  readonly title: string;
  readonly sdl: string;
  /** Name of the owner; sundsvall without it. */
  readonly owner?: string;
}

export interface RefusedRow extends SubgraphRow {
  /** Codes of all its errors, each as often as it is found, in any order. */
  readonly codes: readonly FindingCode[];
  /** Line of the first; absent when it is about the whole. */
  readonly line?: number;
}

/** First line of nearly every schema. */
export const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@shareable", "@inaccessible"])';

/** The line again, with more names imported. */
export const linkWith = (...names: string[]) =>
  LINK.replace('"@inaccessible"', ['"@inaccessible"', ...names.map((name) => `"${name}"`)].join(", "));
