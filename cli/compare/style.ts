import { styleText } from "node:util";

/** How words are made to stand out. */
export interface Style {
  heading(text: string): string;
  alarm(text: string): string;
  faint(text: string): string;
}

/** For files, pipes and those who want no colour. */
export const plain: Style = { heading: (text) => text, alarm: (text) => text, faint: (text) => text };

export const coloured: Style = {
  heading: (text) => styleText("bold", text, { validateStream: false }),
  alarm: (text) => styleText(["bold", "red"], text, { validateStream: false }),
  faint: (text) => styleText("dim", text, { validateStream: false }),
};
