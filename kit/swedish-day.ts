/** The day in Sweden, as YYYY-MM-DD. */
export function swedishDay(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", dateStyle: "short" }).format(moment);
}
