import { chooseEncoding } from "./encoding";

it.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP", "gzip"],
  ["br, deflate", "identity"],
  ["gzip, zstd", "zstd"],
  ["gzip;q=1.0, zstd;q=0.5", "gzip"],
  ["zstd;q=0, gzip;q=0.001", "gzip"],
  ["gzip;q=0.2, identity;q=0.8", "identity"],
  ["*", "zstd"],
  ["*;q=0", "identity"],
  ["zstd;q=0, *;q=0.5", "gzip"],
  ["identity;q=0", "identity"],
  ["identity;q=0, *;q=0", "identity"],
  ["gzip;q=nonsense", "identity"],
  ["gzip;q=2", "identity"],
  [";;;,,gzip ; q=0.5 ", "gzip"],
])("%s gives %s", (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});
