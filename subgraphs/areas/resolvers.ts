import { required } from "../../kit/loader";
import { areasMatching, areasOfMunicipality } from "./area.repository";
import type { Resolvers } from "./generated/types";

const point = ({ latitude, longitude }: { latitude: number | null; longitude: number | null }) =>
  latitude === null || longitude === null ? null : { latitude, longitude };

export const resolvers: Resolvers = {
  Query: {
    municipalities: (_, { codes, withData }, { loaders }) => loaders.municipalities.findMunicipalities(codes, withData),
    municipality: (_, { code }, { loaders }) => loaders.municipality.load(code),
    counties: (_, __, { loaders }) => loaders.counties.findCounties(),
    areas: (_, { filter, ...page }, { connections }) => connections.load(areasMatching(filter), page),
    area: (_, { id }, { loaders }) => loaders.area.load(id),
  },
  County: {
    __resolveReference: ({ code }, { loaders }) => loaders.county.load(code),
    municipalities: ({ code }, _, { loaders }) => loaders.municipalitiesByCounty.load(code),
  },
  Municipality: {
    __resolveReference: ({ code }, { loaders }) => loaders.municipality.load(code),
    county: ({ countyCode }, _, { loaders }) => required(loaders.county.load(countyCode)),
    point,
    async population({ code }, { year }, { loaders }) {
      const known = await loaders.populationsByMunicipality.load(code);
      return (typeof year === "number" ? known.find((population) => population.year === year) : known[0]) ?? null;
    },
    populations: ({ code }, _, { loaders }) => loaders.populationsByMunicipality.load(code),
    areas: ({ code }, { kind, ...page }, { connections }) => connections.load(areasOfMunicipality(kind), page, code),
    supply: ({ code }, _, { loaders }) => loaders.supplyByMunicipality.load(code),
  },
  DataSupply: { asOf: ({ changedAt }) => changedAt },
  Area: {
    __resolveReference: ({ id }, { loaders }) => loaders.area.load(id),
    municipality: ({ municipalityCode }, _, { loaders }) => required(loaders.municipality.load(municipalityCode)),
    parent: ({ parentId }, _, { loaders }) => (parentId === null ? null : loaders.area.load(parentId)),
    parts: ({ id }, _, { loaders }) => loaders.areasByParent.load(id),
    point,
    leadOrganisations: ({ leadOrganisationIds }) => leadOrganisationIds.map((id) => ({ id })),
  },
};
