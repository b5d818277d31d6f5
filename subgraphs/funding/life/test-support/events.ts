import type { LifeEvent } from "../life-event";

/** An event of a log: e1, e2 … by number, after all others, of no date and no amount but those given. */
export function eventOf({
  day,
  ...given
}: Partial<LifeEvent> & Pick<LifeEvent, "kind" | "number"> & { day?: string }): LifeEvent {
  const { value = null } = given;
  return {
    id: `e${given.number}`,
    position: given.number,
    date: day === undefined ? null : { value: day, precision: "DAY", certainty: "STATED" },
    value,
    certainty: value === null ? null : "STATED",
    precision: value === null ? null : "EXACT",
    totalCost: null,
    origin: "RECORDED",
    correctsId: null,
    isRetraction: false,
    reportId: null,
    ...given,
  };
}
