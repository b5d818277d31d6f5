import type { Resolvers } from "../generated/types";
import { allocation, sourceShare } from "./allocation";
import { auditEntry } from "./audit";
import { contributed } from "./contributed";
import { followUpArea, followUpGrant, followUpInitiative, fundingFollowUp } from "./follow-up";
import { fundingProgramme, fundingSource } from "./funding-source";
import { grant, grantEvent } from "./grant";
import { followUpMistake } from "./mistake";
import { mutation } from "./mutation";
import { pot, potContribution } from "./pot";
import { query } from "./query";
import { followUpReport, followUpReportVersion, followUpReview, reportOfEvent, reportsOfGrant } from "./report";
import { reportTemplate } from "./report-template";

export const resolvers: Resolvers = {
  Query: query,
  Mutation: mutation,
  FollowUpMistake: followUpMistake,
  FundingSource: fundingSource,
  FundingProgramme: fundingProgramme,
  Grant: { ...grant, ...reportsOfGrant },
  GrantEvent: { ...grantEvent, ...reportOfEvent },
  Pot: pot,
  PotContribution: potContribution,
  Allocation: allocation,
  SourceShare: sourceShare,
  FundingFollowUp: fundingFollowUp,
  FollowUpGrant: followUpGrant,
  FollowUpInitiative: followUpInitiative,
  FollowUpArea: followUpArea,
  FollowUpReport: followUpReport,
  FollowUpReportVersion: followUpReportVersion,
  FollowUpReview: followUpReview,
  ReportTemplate: reportTemplate,
  AuditEntry: auditEntry,
  ...contributed,
};
