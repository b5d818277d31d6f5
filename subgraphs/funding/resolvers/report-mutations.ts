import type { Statements } from "../../../kit/connection";
import { ownerOf } from "../../../kit/record";
import { perform, type WriteRequest } from "../follow-up/perform";
import type { MutationResolvers } from "../generated/types";
import type { FundingContext } from "../loaders";
import { recordShown } from "../reports/record-shown";
import { approveReport, requestSupplement } from "../reports/review-report";
import { saveReport } from "../reports/save-report";
import { submitReport } from "../reports/submit-report";
import { asOwn } from "../reports/visibility";

interface Input {
  readonly idempotencyKey: string;
}

/** Changes a report once, and answers with the report as it is then. */
async function change(
  context: FundingContext,
  request: Pick<WriteRequest, "operation" | "municipality"> & { readonly input: Input },
  work: (statements: Statements) => Promise<string>,
) {
  const { idempotencyKey } = request.input;
  const { answer, ...outcome } = await perform(context, { ...request, idempotencyKey }, async (statements) => ({
    record: await work(statements),
  }));
  const report = answer && asOwn(await context.loaders.report.load(answer.record), context.identity);
  // What was done before is only read now.
  if (outcome.isReplay) await recordShown(context, "followUpReport", report);
  return { ...outcome, mistakes: [...outcome.mistakes], report };
}

/** Who the request comes from; access rules let nobody else through. */
const callerOf = ({ identity }: FundingContext) => identity?.owner ?? "";

export const reportMutations: Pick<
  MutationResolvers,
  "saveFollowUpReport" | "submitFollowUpReport" | "requestSupplement" | "approveFollowUpReport"
> = {
  saveFollowUpReport: (_, { input }, context) =>
    change(context, { operation: "saveFollowUpReport", municipality: ownerOf(input.grant), input }, (statements) =>
      saveReport(statements, input),
    ),
  submitFollowUpReport: (_, { input }, context) =>
    change(
      context,
      { operation: "submitFollowUpReport", municipality: ownerOf(input.report), input },
      async (statements) => {
        await submitReport(statements, callerOf(context), input);
        return input.report;
      },
    ),
  requestSupplement: (_, { input }, context) =>
    change(
      context,
      { operation: "requestSupplement", municipality: ownerOf(input.report), input },
      async (statements) => {
        await requestSupplement(statements, callerOf(context), input);
        return input.report;
      },
    ),
  approveFollowUpReport: (_, { input }, context) =>
    change(
      context,
      { operation: "approveFollowUpReport", municipality: ownerOf(input.report), input },
      async (statements) => {
        await approveReport(statements, callerOf(context), input);
        return input.report;
      },
    ),
};
