import { createDatabase, type Database, type DatabaseOptions } from "../../kit/database";
import { CreateOrganisations1732233600000 } from "./migrations/create-organisations";
import { FeedOrganisationChanges1763884800000 } from "./migrations/feed-changes";
import { PublishOpenOrganisations1763884900000 } from "./migrations/publish-open-data";
import { PublishOrganisationViews1763798400000 } from "./migrations/publish-views";
import { organisationEntity } from "./organisation.entity";

/** The PostgreSQL schema that this room owns. */
export function createOrganisationsDatabase(
  options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">,
): Database {
  return createDatabase({
    ...options,
    schema: "organisations",
    entities: [organisationEntity],
    migrations: [
      CreateOrganisations1732233600000,
      PublishOrganisationViews1763798400000,
      FeedOrganisationChanges1763884800000,
      PublishOpenOrganisations1763884900000,
    ],
  });
}
