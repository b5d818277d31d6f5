import { answerMistakes } from "./answers";
import { headMistakes } from "./head";
import { indicatorMistakes } from "./indicators";
import { outcomeMistakes } from "./outcome";
import { reviewMistakes } from "./review";
import { rowMistakes } from "./rows";

export const reportMistakes = {
  ...headMistakes,
  ...rowMistakes,
  ...indicatorMistakes,
  ...answerMistakes,
  ...outcomeMistakes,
  ...reviewMistakes,
} as const;
