import { createDatabase, type Database, type DatabaseOptions } from "../../kit/database";
import { callEntity } from "./call.entity";
import { codeEntity } from "./code.entity";
import { consultationEntity } from "./consultation.entity";
import { decisionEntity } from "./decision.entity";
import { initiativeEntity } from "./initiative.entity";
import { CreateInitiatives1732233600000 } from "./migrations/create-initiatives";
import { FeedInitiativeChanges1763884800000 } from "./migrations/feed-changes";
import { PublishOpenInitiatives1763884900000 } from "./migrations/publish-open-data";
import { PublishInitiativeViews1763798400000 } from "./migrations/publish-views";
import { milestoneEntity } from "./milestone.entity";
import { participationEntity } from "./participation.entity";
import { programmeEntity } from "./programme.entity";
import { resultEntity } from "./result.entity";
import { sourceDocumentEntity } from "./source-document.entity";
import { targetEntity } from "./target.entity";

/** The PostgreSQL schema that this room owns. */
export function createInitiativesDatabase(
  options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">,
): Database {
  return createDatabase({
    ...options,
    schema: "initiatives",
    entities: [
      callEntity,
      codeEntity,
      consultationEntity,
      decisionEntity,
      initiativeEntity,
      milestoneEntity,
      participationEntity,
      programmeEntity,
      resultEntity,
      sourceDocumentEntity,
      targetEntity,
    ],
    migrations: [
      CreateInitiatives1732233600000,
      PublishInitiativeViews1763798400000,
      FeedInitiativeChanges1763884800000,
      PublishOpenInitiatives1763884900000,
    ],
  });
}
