import { FOLDER } from "../address";
import { datasets } from "../catalogue";
import type { Column, ColumnType } from "../column";
import type { Dataset } from "../dataset";
import { formats } from "../formats";
import { MOST_ROWS, parameterKinds, parametersOf } from "../parameters";
import { type Language, problemCatalogue } from "../problem";
import { API_NAME, API_VERSION } from "./api-info";

/** The files' API as OpenAPI 3.1, made from the definitions that answer it. */
export function openApi(publicUrl: string, language: Language) {
  const say = (sv: string, en: string) => (language === "en" ? en : sv);
  return {
    openapi: "3.1.0",
    info: {
      title: say(API_NAME, "Kommungraf: datasets in bulk"),
      version: API_VERSION,
      description: say(
        "Hela datamängder som filer, i ett tillstånd av databasen. Poster som ändras hämtas utan luckor ur grafens ändringsflöde, frågan changes.",
        "Whole datasets as files, of one state of the database. What changes is pulled without gaps from the graph's change feed, the query changes.",
      ),
      license: { name: "CC0 1.0", identifier: "CC0-1.0" },
    },
    servers: [{ url: publicUrl }],
    tags: datasets.map(({ name, title, description }) => ({
      name,
      description: `${title[language]}. ${description[language]}`,
    })),
    paths: {
      [`${FOLDER}/`]: describing("listDatasets", say("Datamängderna.", "The datasets."), {}),
      [`${FOLDER}/api-info`]: describing("apiInfo", say("Uppgifter om API:et.", "About the API."), apiInfoSchema),
      [`${FOLDER}/openapi.json`]: describing("openApi", say("Den här beskrivningen.", "This description."), {}, [
        {
          name: "language",
          in: "query",
          required: false,
          description: say("Språk.", "Language."),
          schema: { type: "string", enum: ["sv", "en"], default: "sv" },
        },
      ]),
      ...Object.fromEntries(
        datasets.flatMap((dataset) =>
          Object.keys(formats).map((ending) => [
            `${FOLDER}/${dataset.name}.${ending}`,
            pathOf(dataset, ending, language),
          ]),
        ),
      ),
    },
    components: {
      parameters: Object.fromEntries(Object.keys(parameterKinds).map((name) => [name, parameterOf(name, language)])),
      responses: {
        Problem: {
          description: say("Fel, som RFC 9457 har dem.", "A problem, as RFC 9457 has it."),
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      schemas: {
        Problem: problemSchema,
        ...Object.fromEntries(datasets.map((dataset) => [schemaName(dataset), rowSchema(dataset, language)])),
      },
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT (RFC 9068)" } },
    },
  };
}

const schemaName = ({ name }: Dataset): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function describing(operationId: string, summary: string, schema: object, parameters: object[] = []) {
  return {
    get: {
      operationId,
      summary,
      parameters,
      responses: {
        "200": { description: summary, content: { "application/json": { schema } } },
        default: { $ref: "#/components/responses/Problem" },
      },
    },
  };
}

function pathOf(dataset: Dataset, ending: string, language: Language) {
  const say = (sv: string, en: string) => (language === "en" ? en : sv);
  const { mediaType = "" } = formats[ending] ?? {};
  const schema =
    ending === "ndjson"
      ? {
          type: "string",
          description: say(
            `En rad per post, var och en som ${schemaName(dataset)}.`,
            `A line for each row, each as ${schemaName(dataset)}.`,
          ),
          contentMediaType: "application/json",
          contentSchema: { $ref: `#/components/schemas/${schemaName(dataset)}` },
        }
      : {};
  const statuses = [...new Set(Object.values(problemCatalogue).map(({ status }) => status))].sort((a, b) => a - b);
  return {
    get: {
      operationId: `${dataset.name}-${ending}`,
      tags: [dataset.name],
      summary: `${dataset.title[language]} (${ending})`,
      description: dataset.description[language],
      parameters: parametersOf(dataset).map((name) => ({ $ref: `#/components/parameters/${name}` })),
      ...(dataset.hasUnpublished && { security: [{}, { token: [] }] }),
      responses: {
        "200": {
          description: say("Raderna.", "The rows."),
          headers: headersIn(language),
          content: { [mediaType.split(";")[0] ?? ""]: { schema } },
        },
        "304": { description: say("Samma rader som i ETag.", "The same rows as those of the ETag.") },
        ...Object.fromEntries(statuses.map((status) => [String(status), { $ref: "#/components/responses/Problem" }])),
      },
    },
  };
}

const headersIn = (language: Language) => {
  const header = (sv: string, en: string) => ({
    description: language === "en" ? en : sv,
    schema: { type: "string" },
  });
  return {
    ETag: header(
      "Samma för samma rader; skicka den i If-None-Match.",
      "The same for the same rows; send it in If-None-Match.",
    ),
    Link: header("rel=next: de rader som limit skar av.", "rel=next: the rows that limit cut off."),
    "Last-Modified": header("När raderna senast ändrades.", "When the rows last changed."),
  };
};

function parameterOf(name: string, language: Language) {
  const kind = parameterKinds[name];
  const several = { type: "array", items: { type: name === "year" ? "integer" : "string" } };
  const plain: Record<string, object> = {
    limit: { type: "integer", minimum: 1, maximum: MOST_ROWS },
    withdrawn: { type: "boolean", default: false },
    unpublished: { type: "boolean", default: false },
  };
  return {
    name,
    in: "query",
    required: false,
    description: kind?.[language] ?? "",
    ...(kind?.several && { style: "form", explode: false }),
    schema: kind?.several ? several : (plain[name] ?? { type: "string" }),
  };
}

const SCHEMAS: Readonly<Record<ColumnType, object>> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  decimal: { type: "number" },
  boolean: { type: "boolean" },
  day: { type: "string", format: "date" },
  moment: { type: "string", format: "date-time" },
  list: { type: "array", items: { type: ["string", "integer"] } },
  json: {},
};

function rowSchema({ columns, title }: Dataset, language: Language) {
  return {
    title: title[language],
    type: "object",
    required: columns.map(({ name }) => name),
    properties: Object.fromEntries(columns.map((column) => [column.name, valueSchema(column, language)])),
  };
}

function valueSchema({ type, required, description }: Column, language: Language): object {
  const schema = SCHEMAS[type] as { type?: string };
  const nullable = schema.type !== undefined && !required ? { type: [schema.type, "null"] } : {};
  return { ...schema, ...nullable, description: description[language] };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["parameter", "value", "detail"],
        properties: { parameter: { type: "string" }, value: { type: ["string", "null"] }, detail: { type: "string" } },
      },
    },
  },
};

const apiInfoSchema = {
  type: "object",
  required: ["apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus"],
  properties: {
    apiName: { type: "string" },
    apiVersion: { type: "string" },
    apiReleased: { type: "string", format: "date" },
    apiDocumentation: { type: "string", format: "uri" },
    apiStatus: { type: "string" },
  },
};
