import { kebab } from "./choices";
import { printable } from "./printable";

/** Fields of the input that have another name on the command line. */
const OPTIONS: Readonly<Record<string, string>> = {
  groupBy: "--by",
  amountKinds: "--kinds",
  isReserve: "--reserves",
  orderBy: "--order",
};

/** What the hub says of its input, with the options' names in the place of its own. */
export function inOptions(text: string): string {
  return text.replaceAll(/\b[a-z]+[A-Z][A-Za-z]*\b/g, (name) =>
    Object.hasOwn(OPTIONS, name) ? optionOf([name]) : name,
  );
}

/** The option that a place in the hub's input was typed in. */
export function optionOf(path: unknown): string {
  const steps = Array.isArray(path) ? path : String(path ?? "").split(".");
  const names = steps.map(String).filter((step) => step !== "input" && step !== "filter" && !/^\d*$/.test(step));
  const [name] = names;
  if (name === undefined) return "options";
  return OPTIONS[name] ?? `--${kebab(printable(name).replaceAll(/(?=[A-Z])/g, "-"))}`;
}
