import { notACommand } from "./github-annotations";

/**
 * Writes a schema to the standard output, so that it can steer neither a terminal nor a build: other owners wrote its
 * descriptions.
 */
export function printSdl(sdl: string): void {
  const text = process.stdout.isTTY ? sdl.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD") : sdl;
  const lines = text.split("\n").map(notACommand).join("\n");
  process.stdout.write(lines.endsWith("\n") ? lines : `${lines}\n`);
}
