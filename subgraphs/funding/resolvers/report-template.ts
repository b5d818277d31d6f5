import { required } from "../../../kit/loader";
import type { QueryResolvers, ReportTemplateResolvers } from "../generated/types";

export const reportTemplate: ReportTemplateResolvers = {
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
  programme: ({ programmeId }, _, { loaders }) =>
    programmeId === null ? null : loaders.fundingProgramme.load(programmeId),
  title: ({ form }) => form.title,
  fields: ({ form }) => form.fields.map((field) => ({ ...field, codes: [...field.codes] })),
  indicators: ({ form }) => [...form.indicators],
  deadlines: ({ form }) => [...form.deadlines],
};

export const templateQueries: Pick<QueryResolvers, "reportTemplates" | "reportTemplate"> = {
  reportTemplates: (_, { source }, { loaders }) => loaders.templates.findTemplates(source ?? null),
  reportTemplate: (_, { source, id, version }, { loaders }) =>
    loaders.templates.findTemplate(source, id, version ?? null),
};
