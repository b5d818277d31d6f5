import { createDatabase, type Database, type DatabaseOptions } from "../../kit/database";
import { areaEntity } from "./area.entity";
import { countyEntity } from "./county.entity";
import { dataSupplyEntity } from "./data-supply.entity";
import { CreateAreas1732233600000 } from "./migrations/create-areas";
import { FeedAreaChanges1763884800000 } from "./migrations/feed-changes";
import { PublishOpenAreas1763884900000 } from "./migrations/publish-open-data";
import { PublishAreaViews1763798400000 } from "./migrations/publish-views";
import { municipalityEntity } from "./municipality.entity";
import { populationEntity } from "./population.entity";

/** The PostgreSQL schema that this room owns. */
export function createAreasDatabase(options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">): Database {
  return createDatabase({
    ...options,
    schema: "areas",
    entities: [countyEntity, municipalityEntity, populationEntity, areaEntity, dataSupplyEntity],
    migrations: [
      CreateAreas1732233600000,
      PublishAreaViews1763798400000,
      FeedAreaChanges1763884800000,
      PublishOpenAreas1763884900000,
    ],
  });
}
