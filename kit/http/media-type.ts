/** The two shapes of a GraphQL answer over HTTP; they differ in the status codes that GraphQL errors get. */
export type GraphQLMediaType = "application/json" | "application/graphql-response+json";

interface Range {
  type: string;
  quality: number;
}

/**
 * Which media type the client prefers, by the Accept header's qualities and then its order.
 * Without a header, or with one that names neither, it is application/json.
 */
export function preferredMediaType(accept: string | undefined): GraphQLMediaType {
  const best = ranges(accept).find(
    ({ type }) =>
      type === "application/graphql-response+json" ||
      type === "application/json" ||
      type === "application/*" ||
      type === "*/*",
  );
  return best?.type === "application/graphql-response+json" ? best.type : "application/json";
}

/** Whether a person with a browser is asking: HTML is preferred to any GraphQL media type. */
export function prefersHtml(accept: string | undefined): boolean {
  const best = ranges(accept).find(
    ({ type }) => type === "text/html" || type.startsWith("application/") || type === "*/*",
  );
  return best?.type === "text/html";
}

function ranges(accept: string | undefined): Range[] {
  return (accept ?? "")
    .split(",")
    .map((part) => {
      const [type = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ type, quality }) => type !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality);
}
