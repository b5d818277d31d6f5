import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, execute, GraphQLError, parse } from "graphql";
import { type ErrorCode, errorCatalogue, isErrorCode, isPublicError, publicError } from "./errors";
import { projectRoot } from "./project-root";

it("a public error has its code, message, extensions and path", () => {
  const error = publicError("PAGE_SIZE_EXCEEDED", "first is 501.", { argument: "first", limit: 500 }, ["areas", 0]);
  expect(error.toJSON()).toEqual({
    message: "first is 501.",
    path: ["areas", 0],
    extensions: { code: "PAGE_SIZE_EXCEEDED", argument: "first", limit: 500 },
  });
});

it("extensions cannot change the code", () => {
  const error = publicError("BAD_USER_INPUT", "No.", { code: "OTHER" } as never);
  expect(error.extensions.code).toBe("BAD_USER_INPUT");
});

it("a public error is known as one, also when GraphQL execution has put it in its place", async () => {
  const thrown = publicError("INVALID_CURSOR", "Not a cursor.");
  expect(isPublicError(thrown)).toBe(true);
  const { errors } = await execute({
    schema: buildSchema("type Query { areas: Int }"),
    document: parse("{ areas }"),
    rootValue: {
      areas: () => {
        throw thrown;
      },
    },
  });
  expect(errors?.[0]).not.toBe(thrown);
  expect(errors?.[0]?.path).toEqual(["areas"]);
  expect(isPublicError(errors?.[0])).toBe(true);
});

it("no other error is a public one, even with a code of the catalogue", () => {
  expect(isPublicError(new GraphQLError("x", { extensions: { code: "INVALID_CURSOR" } }))).toBe(false);
  expect(isPublicError(new GraphQLError("x", { originalError: new Error("inside") }))).toBe(false);
  expect(isPublicError(new Error("x"))).toBe(false);
  expect(isPublicError({ ...publicError("INVALID_CURSOR", "x") })).toBe(false);
  for (const value of [null, undefined, "INVALID_CURSOR", 1]) expect(isPublicError(value)).toBe(false);
});

it("codes of the catalogue are told from any other text", () => {
  for (const code of Object.keys(errorCatalogue)) expect(isErrorCode(code)).toBe(true);
  for (const other of ["", "NOPE", "toString", "constructor", "__proto__", null, undefined, 1]) {
    expect(isErrorCode(other)).toBe(false);
  }
});

it("every code is explained in a sentence, here and on the page for users", () => {
  const page = readFileSync(join(projectRoot, "docs", "errors.md"), "utf8");
  for (const [code, meaning] of Object.entries(errorCatalogue) as [ErrorCode, string][]) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(meaning).toMatch(/^[A-Z`].*\.$/);
    expect(page).toContain(`| \`${code}\` | ${meaning} |`);
  }
});
