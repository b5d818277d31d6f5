import { createDatabase, type Database, type DatabaseOptions } from "../../kit/database";
import { allocationEntity } from "./allocation.entity";
import { fundingProgrammeEntity } from "./funding-programme.entity";
import { fundingSourceEntity } from "./funding-source.entity";
import { grantEntity } from "./grant.entity";
import { grantEventEntity } from "./grant-event.entity";
import { initiativeAmountEntity } from "./initiative-amount.entity";
import { CreateFollowUp1763884800000 } from "./migrations/create-follow-up";
import { CreateFunding1732233600000 } from "./migrations/create-funding";
import { PublishOpenFunding1763884900000 } from "./migrations/publish-open-data";
import { PublishFundingViews1763798400000 } from "./migrations/publish-views";
import { potEntity } from "./pot.entity";
import { potContributionEntity } from "./pot-contribution.entity";

/** The PostgreSQL schema that this room owns. */
export function createFundingDatabase(options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">): Database {
  return createDatabase({
    ...options,
    schema: "funding",
    entities: [
      allocationEntity,
      fundingProgrammeEntity,
      fundingSourceEntity,
      grantEntity,
      grantEventEntity,
      initiativeAmountEntity,
      potEntity,
      potContributionEntity,
    ],
    migrations: [
      CreateFunding1732233600000,
      PublishFundingViews1763798400000,
      CreateFollowUp1763884800000,
      PublishOpenFunding1763884900000,
    ],
  });
}
