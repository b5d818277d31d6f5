import { type Mistake, mistake } from "../../follow-up/mistake";
import type { ReportedAllocationValue } from "../content";
import { toMillionths, WHOLE } from "../share";
import { checkPositive, isAbove, sumOf } from "./money";
import { checkOwnId, repeated, upTo } from "./rows";
import type { ContentRules } from "./rules";

const PLACE = "content.allocations";

export function checkAllocations(
  allocations: readonly ReportedAllocationValue[],
  { municipality, grant: { awarded }, others }: ContentRules,
): Mistake[] {
  // Each report tells of the allocations of its own period, so all of them together are what the grant went to.
  const told = [...allocations, ...others.flatMap(({ content }) => content.allocations)];
  const sum = sumOf(told.map(({ amount }) => amount));
  return upTo(500, allocations, PLACE, () => [
    ...allocations.flatMap(({ initiativeId, amount, areas }, index) => [
      ...checkOwnId(initiativeId, municipality, `${PLACE}[${index}].initiative`),
      ...checkPositive(amount, `${PLACE}[${index}].amount`),
      ...checkAreas(areas, municipality, `${PLACE}[${index}].areas`),
    ]),
    ...repeated(allocations, ({ initiativeId }) => initiativeId).map(({ index, row: { initiativeId: id } }) =>
      mistake("INITIATIVE_REPEATED", { field: `${PLACE}[${index}].initiative`, record: id }, { id }),
    ),
    ...(allocations.length > 0 && isAbove(sum, awarded)
      ? [mistake("ALLOCATIONS_ABOVE_AWARD", { field: PLACE }, { sum, awarded: awarded ?? "" })]
      : []),
  ]);
}

function checkAreas(areas: ReportedAllocationValue["areas"], municipality: string, place: string): Mistake[] {
  return upTo(200, areas, place, () => [
    ...areas.flatMap(({ areaId, share }, index) => [
      ...checkOwnId(areaId, municipality, `${place}[${index}].area`),
      ...checkShare(share, `${place}[${index}].share`),
    ]),
    ...repeated(areas, ({ areaId }) => areaId).map(({ index, row: { areaId: id } }) =>
      mistake("AREA_REPEATED", { field: `${place}[${index}].area`, record: id }, { id }),
    ),
    ...checkSum(areas, place),
  ]);
}

function checkShare(share: string, field: string): Mistake[] {
  const millionths = toMillionths(share);
  // A share of too many decimals is told as such only where rounding would mend it.
  const isInRange = Number(share) > 0 && Number(share) <= 1;
  if (!isInRange) return [mistake("SHARE_OUT_OF_RANGE", { field }, { share })];
  return millionths === null ? [mistake("SHARE_TOO_PRECISE", { field }, { share })] : [];
}

/** The sum of shares that are each right. */
function checkSum(areas: ReportedAllocationValue["areas"], field: string): Mistake[] {
  if (areas.some(({ share }) => checkShare(share, field).length > 0)) return [];
  const sum = areas.reduce((total, { share }) => total + (toMillionths(share) ?? 0n), 0n);
  if (sum <= WHOLE) return [];
  return [mistake("SHARES_ABOVE_ONE", { field }, { sum: `${sum / WHOLE}.${String(sum % WHOLE).padStart(6, "0")}` })];
}
