import { hashOfRequest } from "./request-hash";

const request = { grant: "2281-a", content: { costs: [{ category: "Löner", amount: "1.00" }] }, fields: ["a", "b"] };

it("is the same whether what is null is left out or not, and however the fields stand", () => {
  const again = Object.assign(Object.create(null) as object, {
    fields: ["a", "b"],
    content: { forecast: null, costs: [{ amount: "1.00", category: "Löner", initiative: undefined }] },
    report: null,
    grant: "2281-a",
  });
  expect(hashOfRequest(again)).toBe(hashOfRequest(request));
});

it.each([
  ["a value", { ...request, grant: "2281-b" }],
  ["the order of a list", { ...request, fields: ["b", "a"] }],
  ["an empty list", { ...request, more: [] }],
  ["false", { ...request, isRetraction: false }],
  ["a text for a number", { ...request, content: { costs: [{ category: "Löner", amount: 1 }] } }],
])("is another with another thing in it: %s", (_, other) => {
  expect(hashOfRequest(other)).not.toBe(hashOfRequest(request));
});

it("is there for text that is none, too", () => {
  expect(hashOfRequest({ name: "\ud800" })).toMatch(/^[0-9a-f]{64}$/);
});
