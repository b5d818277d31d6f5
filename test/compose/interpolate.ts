const VARIABLE = /\$(?:\$|\{(\w+)(?:(:[-?])((?:[^{}]|\$\{[^{}]*\})*))?\}|(\w+))/g;

/**
 * Fills in the variables of every text in the value, by the rules of Docker Compose that our file uses:
 * `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and `$$`. A default may hold variables of its own.
 * @throws Error for a required variable that is not set, or empty, and for one without a default
 */
export function interpolate<T>(value: T, environment: Readonly<Record<string, string>>): T {
  if (typeof value === "string") return fillIn(value, environment) as T;
  if (Array.isArray(value)) return value.map((each) => interpolate(each, environment)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, interpolate(each, environment)])) as T;
}

function fillIn(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (whole, braced?: string, operator?: string, operand?: string, bare?: string) => {
    if (whole === "$$") return "$";
    const name = braced ?? bare ?? "";
    const given = environment[name];
    if (given) return given;
    if (operator === ":-") return fillIn(operand ?? "", environment);
    throw new Error(`required variable ${name} is missing a value: ${operand ?? "it has no default"}`);
  });
}
