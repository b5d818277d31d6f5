import type { MutationResolvers } from "../generated/types";
import { grantMutations } from "./grant-mutations";
import { reportMutations } from "./report-mutations";
import { templateMutations } from "./template-mutations";

export const mutation: MutationResolvers = { ...grantMutations, ...reportMutations, ...templateMutations };
