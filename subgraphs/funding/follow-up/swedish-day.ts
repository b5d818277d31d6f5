/** The day in Sweden, such as 2026-01-31. */
export function swedishDay(moment: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", dateStyle: "short" }).format(moment);
}
