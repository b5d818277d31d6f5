import fastify from "fastify";
import { createTestIssuer, type TestIssuer } from "../../test/testkit/issuer";
import { refusedFile } from "./check-file";

const rule = { when: "unpublished", reporter: "municipality", reader: "source" };

let issuer: TestIssuer;
let url: string;
const app = fastify();
beforeAll(async () => {
  issuer = await createTestIssuer();
  app.get("/*", async (request, reply) => (await refusedFile(rule, request, reply, issuer.tokens)) ?? "the file");
  url = await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => app.close());

const get = (search: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/bulk/v1/x.csv${search}`, { headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

it.each([
  ["", 200],
  ["?municipality=2281", 200],
  ["?unpublished=false", 200],
  ["?unpublished=true&municipality=2281", 401],
])("answers %s without a token with %i", async (search, status) => {
  expect((await get(search)).status).toBe(status);
});

it.each([
  ["?unpublished=true&municipality=2281", 200],
  ["?unpublished=true&municipality=2281,2281", 200],
  ["?unpublished=true&municipality=%32281", 200],
  ["?unpublished=true", 403],
  ["?unpublished=true&municipality=", 403],
  ["?unpublished=true&municipality=2181", 403],
  ["?unpublished=true&municipality=2281,2181", 403],
  ["?unpublished=true&municipality=2281&municipality=2181", 403],
  ["?unpublished=false&unpublished=true&municipality=2181", 403],
  ["?%75npublished=true&municipality=2181", 403],
  ["?unpublished=tru%65&municipality=2181", 403],
  ["?unpublished=true&source=2281", 403],
  ["?unpublished=true&municipality=true", 403],
])("answers %s of a reporter of 2281 with %i", async (search, status) => {
  const token = await issuer.token({ owner: "2281", roles: ["reporter"] });
  expect((await get(search, bearer(token))).status).toBe(status);
});

it("refuses a token that is no good even for what everybody gets", async () => {
  const response = await get("", bearer("no.good.token"));
  expect([response.status, response.headers.get("www-authenticate")]).toEqual([
    401,
    'Bearer realm="kommungraf", error="invalid_token"',
  ]);
});

it.each([
  ["sv-SE,sv;q=0.9,en;q=0.8", "sv", "Token räcker inte till"],
  ["en", "en", "The access token does not allow this"],
])("says why as problem details, to who asks for %s in %s", async (accepted, language, title) => {
  const token = await issuer.token({ owner: "2181", roles: ["reporter"] });
  const response = await get("?unpublished=true&municipality=2281", { ...bearer(token), "accept-language": accepted });
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(response.headers.get("content-language")).toBe(language);
  expect(await response.json()).toMatchObject({ type: "urn:problem-type:kommungraf:forbidden", status: 403, title });
});
