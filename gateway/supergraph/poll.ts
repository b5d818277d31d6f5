/**
 * Looks for a newer text again and again. The timer does not keep the process alive.
 * @param newer the text when it is newer than what was seen before, or undefined
 */
export function poll(
  newer: () => Promise<string | undefined>,
  milliseconds: number,
  onChange: (text: string) => void,
  onError: (error: unknown) => void,
): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const look = async () => {
    try {
      const text = await newer();
      if (!stopped && text !== undefined) onChange(text);
    } catch (error) {
      if (!stopped) onError(error);
    }
    if (!stopped) timer = setTimeout(look, milliseconds).unref();
  };
  timer = setTimeout(look, milliseconds).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
