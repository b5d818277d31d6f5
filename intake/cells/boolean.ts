import { quoted } from "../mistake";
import type { CellReader } from "./cell";

/** true or false, in lower case. */
export const readBoolean: CellReader = (text) => {
  if (text === "true" || text === "false") return { value: text === "true" };
  const meant = /^(true|sant|ja|yes|y|j|1|x)$/i.test(text)
    ? "true"
    : /^(false|falskt?|nej|no|n|0)$/i.test(text)
      ? "false"
      : null;
  const message = `${quoted(text)} is neither true nor false.`;
  return { fault: { code: "BOOLEAN", message, remedy: meant ? `Write "${meant}".` : 'Write "true" or "false".' } };
};
