/** The day in Sweden, as YYYY-MM-DD; today without a moment. */
export function swedishDay(moment: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", dateStyle: "short" }).format(moment);
}
