const THIS_MACHINE = /^http:\/\/(?:127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?=:\d+$)/;

/**
 * The address to show of one that is listened on, without path. "Every interface" (0.0.0.0, ::) is no address that anybody can
 * open, and loopback has a name.
 */
export function shownUrl(listening: string): string {
  return listening.replace(THIS_MACHINE, "http://localhost");
}
