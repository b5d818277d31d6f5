import { NATIONAL } from "../../../kit/record";
import type { Resolvers } from "../generated/types";
import type { InitiativesContext } from "../loaders";

interface Belonging {
  readonly initiativeId: string | null;
  readonly programmeId: string | null;
}

/** The two that a small record can belong to; participations hold the empty string for the absent one. */
const owners = {
  initiative: ({ initiativeId }: Pick<Belonging, "initiativeId">, _: object, { loaders }: InitiativesContext) =>
    initiativeId ? loaders.initiative.load(initiativeId) : null,
  programme: ({ programmeId }: Pick<Belonging, "programmeId">, _: object, { loaders }: InitiativesContext) =>
    programmeId ? loaders.programme.load(programmeId) : null,
};

const stub = (id: string | null) => (id === null ? null : { id });

export const belongings: Pick<
  Resolvers,
  "Participation" | "Target" | "Milestone" | "Decision" | "Call" | "SourceDocument"
> = {
  Participation: { ...owners, organisation: ({ organisationId }) => ({ id: organisationId }) },
  Target: {
    ...owners,
    isQuantified: ({ value }) => value !== null,
    results: ({ id }, _, { loaders }) => loaders.resultsByTarget.load(id),
  },
  Milestone: owners,
  Decision: {
    programme: owners.programme,
    body: ({ bodyId }) => stub(bodyId),
    async initiatives({ initiativeIds }, _, { loaders }) {
      const rows = await Promise.all(initiativeIds.map((id) => loaders.initiative.load(id)));
      return rows.filter((row) => row !== null);
    },
  },
  Call: {
    initiative: owners.initiative,
    issuer: ({ issuerId }) => stub(issuerId),
    grantees: ({ granteeIds }) => granteeIds.map((id) => ({ id })),
  },
  SourceDocument: {
    __resolveReference: ({ id }, { loaders }) => loaders.sourceDocument.load(id),
    publisher: ({ publisherId }) => stub(publisherId),
    municipality: ({ municipalityCode }) => (municipalityCode === NATIONAL ? null : { code: municipalityCode }),
  },
};
