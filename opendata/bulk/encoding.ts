/** How a file is packed for the way. */
export type Encoding = "zstd" | "gzip" | "identity";

const BY_PREFERENCE = ["zstd", "gzip", "identity"] as const;

/**
 * The encoding that the client likes best, as Accept-Encoding says (RFC 9110); of those it likes alike the one that packs
 * best. Without a header, and for one that takes nothing that there is, it is sent as it is.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return "identity";
  const given = new Map(
    header.split(",").map((part) => {
      const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return [name === "x-gzip" ? "gzip" : name, quality === undefined ? 1 : qualityOf(quality.slice(2))] as const;
    }),
  );
  // What is not named is as * says; without it only what is not packed at all may come, after everything that is named.
  const liking = (encoding: Encoding) =>
    given.get(encoding) ?? given.get("*") ?? (encoding === "identity" ? Number.MIN_VALUE : 0);
  const best = [...BY_PREFERENCE].sort((a, b) => liking(b) - liking(a))[0] ?? "identity";
  return liking(best) > 0 ? best : "identity";
}

function qualityOf(text: string): number {
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 0;
}
