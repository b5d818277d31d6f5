import type { MistakeWords } from "../follow-up/mistake-words";

export const reportMistakes = {} as const satisfies Record<string, MistakeWords>;
