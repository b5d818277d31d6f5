import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { municipality } from "../src/municipality.js";
import { ask, withSubgraph } from "./ask.js";

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Municipality { code __PREFIX__ { meetingPlaceCount } }
    ... on Area { id __PREFIX__ { meetingPlaces { id } } }
    ... on Initiative { id __PREFIX__ { meetingPlaces { id area { id } } } }
  }
}`;

test("answers _service with the text that is published", () =>
  withSubgraph(async (url) => {
    const { body } = await ask(url, "{ _service { sdl } }");
    assert.equal(body.data._service.sdl, readFileSync("schema.graphql", "utf8"));
  }));

test("answers references to rows that it knows, in the order asked", () =>
  withSubgraph(async (url) => {
    const { body } = await ask(url, ENTITIES, {
      representations: [
        { __typename: "Area", id: `${municipality.code}-exempelomrade` },
        { __typename: "Municipality", code: municipality.code },
        { __typename: "Initiative", id: `${municipality.code}-exempelinsats` },
      ],
    });
    assert.deepEqual(body, {
      data: {
        _entities: [
          {
            __typename: "Area",
            id: "__CODE__-exempelomrade",
            __PREFIX__: { meetingPlaces: [{ id: "__CODE__-exempel-1" }, { id: "__CODE__-exempel-2" }] },
          },
          { __typename: "Municipality", code: "__CODE__", __PREFIX__: { meetingPlaceCount: 3 } },
          {
            __typename: "Initiative",
            id: "__CODE__-exempelinsats",
            __PREFIX__: {
              meetingPlaces: [
                { id: "__CODE__-exempel-1", area: { id: "__CODE__-exempelomrade" } },
                { id: "__CODE__-exempel-3", area: null },
              ],
            },
          },
        ],
      },
    });
  }));

test("answers null, without an error, for what it does not know", () =>
  withSubgraph(async (url) => {
    const { body } = await ask(url, ENTITIES, {
      representations: [
        { __typename: "Area", id: "__CODE__-finns-inte" },
        { __typename: "Municipality", code: "9999" },
        { __typename: "Initiative", id: "9999-exempelinsats" },
      ],
    });
    assert.deepEqual(body, { data: { _entities: [null, null, null] } });
  }));

test("asks the store once for all areas of a request", () =>
  withSubgraph(async (url, calls) => {
    const representations = Array.from({ length: 50 }, (_, row) => ({ __typename: "Area", id: `__CODE__-${row}` }));
    await ask(url, ENTITIES, { representations });
    assert.deepEqual(calls, ["placesByArea"]);
  }));

test("lists its rows, all or those of an area", () =>
  withSubgraph(async (url) => {
    const { body } = await ask(
      url,
      `{ all: __PREFIX__MeetingPlaces { id isExample }
         some: __PREFIX__MeetingPlaces(area: "__CODE__-exempelomrade") { id }
         none: __PREFIX__MeetingPlaces(area: "__CODE__-finns-inte") { id } }`,
    );
    assert.equal(body.data.all.length, 3);
    assert.equal(body.data.some.length, 2);
    assert.deepEqual(body.data.none, []);
  }));

test("says that it is up, and that other addresses are nothing", () =>
  withSubgraph(async (url) => {
    assert.deepEqual(await (await fetch(new URL("/health", url))).json(), { status: "up" });
    assert.equal((await fetch(new URL("/admin", url))).status, 404);
  }));
