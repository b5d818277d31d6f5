import type { Resolvers } from "../generated/types";

export const resolvers: Resolvers = {};
