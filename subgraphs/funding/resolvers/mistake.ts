import { wordsOf } from "../follow-up/mistake";
import type { FollowUpMistakeResolvers } from "../generated/types";

export const followUpMistake: FollowUpMistakeResolvers = {
  message: (mistake, { language }) => wordsOf(mistake, "message", language),
  remedy: (mistake, { language }) => wordsOf(mistake, "remedy", language),
};
