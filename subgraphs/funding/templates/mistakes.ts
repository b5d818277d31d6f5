import type { MistakeWords } from "../follow-up/mistake-words";

export const templateMistakes = {} as const satisfies Record<string, MistakeWords>;
