/** Writes a schema to the standard output: as it is for files and pipes, and so that it cannot steer a terminal. */
export function printSdl(sdl: string): void {
  const text = process.stdout.isTTY ? sdl.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD") : sdl;
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}
