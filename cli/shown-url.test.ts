import { shownUrl } from "./shown-url";

describe("the address that is shown of a hub", () => {
  it.each(["http://127.0.0.1:4000", "http://0.0.0.0:4000", "http://[::]:4000", "http://[::1]:4000"])(
    "is one that a browser on this machine opens when it listens on %s",
    (listening) => {
      expect(shownUrl(listening)).toBe("http://localhost:4000");
    },
  );

  it.each(["http://192.0.2.1:4000", "http://[2001:db8::1]:4000", "http://10.0.0.0:4000"])(
    "stays %s, which others can reach",
    (listening) => {
      expect(shownUrl(listening)).toBe(listening);
    },
  );
});
