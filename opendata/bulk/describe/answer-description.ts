import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Address } from "../address";
import { matchesEtag } from "../etag";
import { Problem } from "../problem";
import { apiInfo } from "./api-info";
import { indexOf } from "./dataset-index";
import { openApi } from "./openapi";

/** Answers with what tells of the files: the list of datasets, the API's own data, and its description as OpenAPI. */
export function answerDescription(
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, search }: Address,
  publicUrl: string,
): FastifyReply {
  const language = readLanguage(search, kind === "openapi");
  const described =
    kind === "index" ? indexOf(publicUrl) : kind === "api-info" ? apiInfo(publicUrl) : openApi(publicUrl, language);
  const body = JSON.stringify(described);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  reply.header("etag", etag).header("cache-control", "public, no-cache");
  if (matchesEtag(request.headers["if-none-match"], etag)) return reply.code(304).send();
  if (kind === "openapi") reply.header("content-language", language);
  return reply
    .type(
      kind === "openapi"
        ? "application/vnd.oai.openapi+json;version=3.1; charset=utf-8"
        : "application/json; charset=utf-8",
    )
    .send(body);
}

/** @throws Problem 400 for every parameter but the language of OpenAPI */
function readLanguage(search: string, isChosen: boolean): "sv" | "en" {
  const given = new URLSearchParams(search);
  const mistakes = [...new Set(given.keys())].flatMap((parameter) => {
    const values = given.getAll(parameter);
    const [value = ""] = values;
    if (isChosen && parameter === "language" && values.length === 1 && (value === "sv" || value === "en")) return [];
    const detail = isChosen
      ? {
          sv: "Här finns language, som är sv eller en, en gång.",
          en: "There is language here, which is sv or en, once.",
        }
      : { sv: "Här finns inga parametrar.", en: "There are no parameters here." };
    return [{ parameter: parameter.slice(0, 100), value: value.slice(0, 100), detail }];
  });
  if (mistakes.length > 0) throw new Problem("wrong-parameters", mistakes);
  return given.get("language") === "en" ? "en" : "sv";
}
