// A subgraph of Kommungraf in plain JavaScript: no kit, no framework. Read it from top to bottom and write the same in your
// own language. It needs three things: an HTTP server (1), a GraphQL library that can run a schema (2, 3) and a library that
// checks a signed token (4). All that federation adds is in (2) and (3).
//
//   node subgraph.mjs                                   PORT=4102, HOST=127.0.0.1
//   HUB_URL=https://hub.example node subgraph.mjs       only that hub may ask
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { buildASTSchema, graphql, parse } from "graphql";
import { createRemoteJWKSet, jwtVerify } from "jose";

const SUBGRAPH = "nykoping"; // the owner's name: what the hub calls us, and whom its tokens are made out for
const MAX_BODY_BYTES = 4 * 1024 * 1024;

// The rows. They stay here: the hub only asks for those that somebody wants to see.
const activities = [
  { id: "0480-exempel-laxhjalp", name: "Exempel: Läxhjälp", area: "0480-brandkarr", weekday: 2, isExample: true },
  { id: "0480-exempel-sprakkafe", name: "Exempel: Språkkafé", area: "0480-arno", weekday: 4, isExample: true },
  { id: "0480-exempel-torgdans", name: "Exempel: Torgdans", area: "0480-brandkarr", weekday: null, isExample: true },
];

// (2) The schema. schema.graphql is what we publish. To run it we add what federation expects of every subgraph:
//     _service   gives the text of the schema, so that the hub can see that we answer with what we published
//     _entities  takes references (representations) such as {"__typename": "Area", "id": "0480-brandkarr"}, gives the objects
//     _Entity    is a union of every type with a @key
const sdl = readFileSync(new URL("schema.graphql", import.meta.url), "utf8");
const federation = `
  scalar _Any
  union _Entity = Area
  type _Service { sdl: String! }
  extend type Query {
    _service: _Service!
    _entities(representations: [_Any!]!): [_Entity]!
  }`;
// `@key` and `@link` mean nothing to a plain GraphQL library: it is told not to look at them.
const schema = buildASTSchema(parse(sdl + federation), { assumeValidSDL: true });

// (3) The answers: one function for each field that is not simply a property of its object.
const fieldsOf = (type) => schema.getType(type).getFields();

fieldsOf("Query")._service.resolve = () => ({ sdl });

// One answer for each reference, in the same order. What we do not know, and what is not ours, is null and not an error.
fieldsOf("Query")._entities.resolve = (_, { representations }) =>
  representations.map((reference) => referenceResolvers[reference.__typename]?.(reference) ?? null);

// From a key to an object. `__typename` tells which member of the union it is. All references of a request come in one
// call, so with a database you would gather their ids here and ask it once.
const referenceResolvers = {
  Area({ id }) {
    return activities.some(({ area }) => area === id) ? { __typename: "Area", id } : null;
  },
};

fieldsOf("Area").nykoping.resolve = ({ id }) => {
  const found = activities.filter(({ area }) => area === id);
  return found.length > 0 ? { activities: found } : null;
};
// A reference the other way: the key is enough, the hub asks the owner of Area for its name and all else.
fieldsOf("NykopingActivity").area.resolve = ({ area }) => ({ id: area });
fieldsOf("Query").nykopingActivities.resolve = () => activities;

// (4) Who may ask. Each request of the hub carries a token (a JWT, signed with ES256): issued by the hub, made out for this
// subgraph, valid for a short time. The hub's public keys are at a fixed address below its own.
const hubUrl = process.env.HUB_URL?.replace(/\/$/, "");
const keys = hubUrl && createRemoteJWKSet(new URL(`${hubUrl}/.well-known/jwks.json`));

async function mayAsk(request) {
  if (!keys) return true;
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  const expected = { issuer: hubUrl, audience: SUBGRAPH, algorithms: ["ES256"], requiredClaims: ["exp"] };
  // `jwtVerify` throws when the token is missing, false, too old or made out for another.
  return jwtVerify(token, keys, expected).then(
    () => true,
    () => false,
  );
}

// (1) The HTTP server: POST /graphql with {"query": …, "variables": …}, and the answer as JSON.
const server = createServer(async (request, response) => {
  const send = (status, body) =>
    response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
  const refuse = (status, message) => send(status, { errors: [{ message }] });
  try {
    if (request.url === "/health") return send(200, { status: "up" });
    if (request.url !== "/graphql" || request.method !== "POST") return refuse(404, "Ask POST /graphql.");
    if (!(await mayAsk(request))) return refuse(401, "Only the hub may ask, with a token for this subgraph.");
    let [text, bytes] = ["", 0];
    for await (const chunk of request.setEncoding("utf8")) {
      bytes += Buffer.byteLength(chunk);
      if (bytes <= MAX_BODY_BYTES) text += chunk;
    }
    if (bytes > MAX_BODY_BYTES) return refuse(413, "The body is too large.");
    let asked;
    try {
      asked = JSON.parse(text);
    } catch {
      return refuse(400, "The body is not JSON.");
    }
    const { query, variables, operationName } = asked ?? {};
    if (typeof query !== "string") return refuse(400, "The body has no query.");
    send(200, await graphql({ schema, source: query, variableValues: variables, operationName }));
  } catch (error) {
    console.error(error);
    if (!response.headersSent) refuse(500, "Internal error");
  }
});

server.listen(Number(process.env.PORT || 4102), process.env.HOST || "127.0.0.1", () => {
  const { address, port } = server.address();
  const who = keys ? `Only ${hubUrl} may ask.` : "HUB_URL is not set: tokens are NOT checked, anybody may ask.";
  console.log(`Nyköping answers at http://${address}:${port}/graphql\n${who}`);
});
// Finish what is under way, then end.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close(() => process.exit(0)));
