import type { Reader } from "../../kit/database";
import { createGroupLoader, createLoader } from "../../kit/loader";
import type { SubgraphContext } from "../../kit/subgraph";
import { createAreaRepository } from "./area.repository";
import { createCountyRepository } from "./county.repository";
import { createMunicipalityRepository } from "./municipality.repository";

/** The room's loaders for one request. */
export function createLoaders(reader: Reader) {
  const counties = createCountyRepository(reader);
  const municipalities = createMunicipalityRepository(reader);
  const areas = createAreaRepository(reader);
  return {
    counties,
    municipalities,
    county: createLoader(counties.findCountiesByCode, ({ code }) => code),
    municipality: createLoader(municipalities.findMunicipalitiesByCode, ({ code }) => code),
    municipalitiesByCounty: createGroupLoader(
      municipalities.findMunicipalitiesByCounty,
      ({ countyCode }) => countyCode,
    ),
    populationsByMunicipality: createGroupLoader(
      municipalities.findPopulationsByMunicipality,
      ({ municipalityCode }) => municipalityCode,
    ),
    supplyByMunicipality: createGroupLoader(
      municipalities.findSupplyByMunicipality,
      ({ municipalityCode }) => municipalityCode,
    ),
    area: createLoader(areas.findAreasById, ({ id }) => id),
    areasByParent: createGroupLoader(areas.findAreasByParent, ({ parentId }) => parentId ?? ""),
  };
}

export type AreasContext = SubgraphContext<ReturnType<typeof createLoaders>>;
