import type { MistakeWords } from "../follow-up/mistake-words";

export const lifeMistakes = {} as const satisfies Record<string, MistakeWords>;
