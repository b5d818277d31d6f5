import { lifeMistakes } from "../life/mistakes";
import { reportMistakes } from "../reports/mistakes";
import { templateMistakes } from "../templates/mistakes";
import type { MistakeWords } from "./mistake-words";
import { textMistakes } from "./text-mistakes";

/** Every mistake that a write of follow-up can be refused for. Codes are stable; docs/follow-up-mistakes.md is made from them. */
export const followUpMistakes = {
  ...lifeMistakes,
  ...reportMistakes,
  ...templateMistakes,
  ...textMistakes,
  IDEMPOTENCY_KEY_INVALID: {
    message: { sv: "Nyckeln har inte 8–100 tecken.", en: "The key has not 8 to 100 characters." },
    remedy: {
      sv: "Gör en ny slumpmässig nyckel för varje begäran, till exempel en UUID.",
      en: "Make a new random key for each request, such as a UUID.",
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    message: {
      sv: "Nyckeln har använts för en begäran med annat innehåll.",
      en: "The key was used for a request with other content.",
    },
    remedy: {
      sv: "Använd en ny nyckel för en ny begäran; sänd samma begäran igen med samma nyckel.",
      en: "Use a new key for a new request; send the same request again with the same key.",
    },
  },
} as const satisfies Record<string, MistakeWords>;

export type FollowUpMistakeCode = keyof typeof followUpMistakes;
