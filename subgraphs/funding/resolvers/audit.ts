import { NATIONAL } from "../../../kit/record";
import { auditEntries } from "../audit/audit.repository";
import type { AuditEntryRow } from "../audit/audit-entry";
import { recordEach } from "../audit/record-reads";
import type { AuditEntryResolvers, QueryResolvers } from "../generated/types";

/** The log is read by operators alone, and that is logged too: in the chain of what is of no municipality. */
export const auditLog: QueryResolvers["auditLog"] = async (_, { municipality, ...page }, context) => {
  const entries = await context.connections.load<AuditEntryRow>(auditEntries(municipality), page);
  await recordEach(context, "auditLog", [
    { municipalityCode: NATIONAL, record: municipality ?? null, count: entries.nodes.length },
  ]);
  return entries;
};

export const auditEntry: AuditEntryResolvers = {
  municipality: ({ municipalityCode }) => municipalityCode,
  roles: ({ roles }) => (roles === "" ? [] : roles.split(",")),
};
