import type { Reader } from "../../kit/database";
import { createGroupLoader, createLoader } from "../../kit/loader";
import type { SubgraphContext } from "../../kit/subgraph";
import { createBelongingsRepository } from "./belongings.repository";
import { codeKey, createCodeRepository } from "./code.repository";
import { createInitiativeRepository } from "./initiative.repository";
import { createParticipationRepository } from "./participation.repository";
import { createProgrammeRepository } from "./programme.repository";
import { createSourceDocumentRepository } from "./source-document.repository";

const ofInitiative = ({ initiativeId }: { initiativeId: string | null }) => initiativeId ?? "";
const ofProgramme = ({ ofProgrammeId }: { ofProgrammeId: string }) => ofProgrammeId;
const ofTarget = ({ targetId }: { targetId: string | null }) => targetId ?? "";
const ofMunicipality = ({ municipalityCode }: { municipalityCode: string }) => municipalityCode;

/** The room's loaders for one request. */
export function createLoaders(reader: Reader) {
  const codes = createCodeRepository(reader);
  const documents = createSourceDocumentRepository(reader);
  const programmes = createProgrammeRepository(reader);
  const initiatives = createInitiativeRepository(reader);
  const participations = createParticipationRepository(reader);
  const belongings = createBelongingsRepository(reader);
  return {
    codes,
    documents,
    programmes,
    code: createLoader(codes.findCodesByKey, ({ list, code }) => codeKey(list, code)),
    sourceDocument: createLoader(documents.findSourceDocumentsById, ({ id }) => id),
    sourceDocumentsByMunicipality: createGroupLoader(documents.findSourceDocumentsByMunicipality, ofMunicipality),
    programme: createLoader(programmes.findProgrammesById, ({ id }) => id),
    programmesByMunicipality: createGroupLoader(programmes.findProgrammesByMunicipality, ofMunicipality),
    programmesByParent: createGroupLoader(programmes.findProgrammesByParent, ({ parentId }) => parentId ?? ""),
    initiative: createLoader(initiatives.findInitiativesById, ({ id }) => id),
    participationsByInitiative: createGroupLoader(participations.findParticipationsByInitiative, ofInitiative),
    participationsByProgramme: createGroupLoader(
      participations.findParticipationsByProgramme,
      ({ programmeId }) => programmeId,
    ),
    targetsByInitiative: createGroupLoader(belongings.findTargetsByInitiative, ofInitiative),
    targetsByProgramme: createGroupLoader(belongings.findTargetsByProgramme, ofProgramme),
    resultsByInitiative: createGroupLoader(belongings.findResultsByInitiative, ofInitiative),
    resultsByTarget: createGroupLoader(belongings.findResultsByTarget, ofTarget),
    milestonesByInitiative: createGroupLoader(belongings.findMilestonesByInitiative, ofInitiative),
    milestonesByProgramme: createGroupLoader(
      belongings.findMilestonesByProgramme,
      ({ ofProgrammeId }) => ofProgrammeId,
    ),
    decisionsByInitiative: createGroupLoader(
      belongings.findDecisionsByInitiative,
      ({ initiativeIds }) => initiativeIds,
    ),
    decisionsByProgramme: createGroupLoader(belongings.findDecisionsByProgramme, ofProgramme),
    consultationsByInitiative: createGroupLoader(belongings.findConsultationsByInitiative, ofInitiative),
    consultationsByProgramme: createGroupLoader(belongings.findConsultationsByProgramme, ofProgramme),
    callsByInitiative: createGroupLoader(belongings.findCallsByInitiative, ofInitiative),
  };
}

export type InitiativesContext = SubgraphContext<ReturnType<typeof createLoaders>>;
