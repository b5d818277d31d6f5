import { wrongUse } from "../registry/failure";
import { type HubOptions, type HubSettings, readHubSettings } from "../registry/settings";

/** The options as they were typed. */
export interface PullOptions extends HubOptions {
  readonly source: string;
  readonly out: string;
  readonly municipality?: readonly string[];
  readonly unpublished?: boolean;
  /** False with --no-full. */
  readonly full: boolean;
  readonly page: string;
  readonly timeout: string;
  readonly attempts: string;
}

/** What is pulled: a cursor is of no use for anything else. */
export interface PullScope {
  readonly source: string;
  /** Codes in order; every municipality when empty. */
  readonly municipalities: readonly string[];
  readonly isUnpublished: boolean;
}

export interface PullSettings extends PullScope {
  readonly folder: string;
  readonly mayPullAnew: boolean;
  /** Changes in a request. */
  readonly page: number;
  /** For each request. */
  readonly milliseconds: number;
  /** Times that a request is sent at most. */
  readonly attempts: number;
  readonly hub: HubSettings;
  /** Reads the token again; undefined when it is where it cannot have become another. */
  readonly renewToken: (() => string | undefined) | undefined;
}

const LARGEST_PAGE = 500;
const LONGEST_SECONDS = 3600;
const MOST_ATTEMPTS = 100;

/** @throws CommandFailure that tells every mistake in the options, or what is wrong with address and token */
export function readPullOptions(options: PullOptions): PullSettings {
  const mistakes: string[] = [];
  const number = (option: string, typed: string, most: number): number => {
    const value = Number(typed);
    if (/^[1-9]\d{0,8}$/.test(typed) && value <= most) return value;
    mistakes.push(`${option}: "${typed}" is not a whole number from 1 to ${most}.`);
    return most;
  };
  const municipalities = [...new Set((options.municipality ?? []).flatMap((typed) => typed.split(",")))].sort();
  for (const code of municipalities.filter((each) => !/^\d{4}$/.test(each))) {
    mistakes.push(`--municipality: "${code}" is no municipality code. Give four digits, such as 2281.`);
  }
  if (options.source.trim() === "") mistakes.push("--source: no funding source is named. Give one such as boverket.");
  if (options.out.trim() === "") mistakes.push("--out: no folder is named.");
  const page = number("--page", options.page, LARGEST_PAGE);
  const seconds = number("--timeout", options.timeout, LONGEST_SECONDS);
  const attempts = number("--attempts", options.attempts, MOST_ATTEMPTS);
  if (mistakes.length > 0) throw wrongUse(mistakes.join(" "));
  const { hub, tokenFile } = options;
  return {
    source: options.source,
    municipalities,
    isUnpublished: options.unpublished === true,
    folder: options.out,
    mayPullAnew: options.full,
    page,
    milliseconds: seconds * 1000,
    attempts,
    hub: readHubSettings({ hub, tokenFile }, "KOMMUNGRAF_ACCESS_TOKEN"),
    renewToken: tokenFile === undefined ? undefined : () => readHubSettings({ hub, tokenFile }).token,
  };
}
