import { acceptedSubgraphs } from "../../test/registry/accepted-subgraphs";
import { ownerNamed, rooms } from "../../test/registry/hub";
import { LINK, linkWith } from "../../test/registry/subgraph-row";
import { runComposeJob } from "../composition/compose-job";
import { checkReach } from "./reach";

function apiWith(sdl?: string): string {
  const candidate = sdl === undefined ? [] : [{ name: "candidate", url: "http://127.0.0.1:1/candidate", sdl }];
  const answer = runComposeJob({
    services: [...rooms, ...candidate],
    isSatisfiabilityChecked: true,
    isApiWanted: true,
  });
  if (answer.kind === "failed") throw new Error(answer.faults.map(({ message }) => message).join("\n"));
  return answer.api ?? "";
}

describe("an owner's subgraph within the whole", () => {
  const roomsApi = apiWith();
  const reachOf = async (sdl: string, owner = "sundsvall") =>
    (await checkReach({ roomsApi, api: apiWith(sdl), owner: ownerNamed(owner) })).map(({ coordinate }) => coordinate);

  it.each(acceptedSubgraphs)("fits together with the hub and adds only what is its own: $title", async (row) => {
    expect(await reachOf(row.sdl, row.owner)).toEqual([]);
  });

  it("tells it in a sentence", async () => {
    const api = apiWith(`${LINK}\ntype Query { needs: Int }`);
    const [found] = await checkReach({ roomsApi, api, owner: ownerNamed("sundsvall") });
    expect(found?.message).toMatch(/^With this subgraph something changes that is not Sundsvall's: .*[^.]\.$/);
  });

  // What the policy refuses before; each is shown to be harmful, and to be seen even if a rule had let it through.
  it.each([
    ["describes the hub's anew", `${LINK}\n"Hacked."\ntype Query { sundsvallA: Int }`, ["Query"]],
    ["makes a key null for everybody", `${LINK}\ntype Area @key(fields: "id") { id: ID sundsvallA: Int }`, ["Area.id"]],
    [
      "deprecates a key for everybody",
      `${LINK}\ntype Area @key(fields: "id") { id: ID! @deprecated sundsvallA: Int }`,
      ["Area.id", "Area.id"],
    ],
    [
      "leaves a type of federation's for everybody to see",
      `${LINK}\ntype Query { sundsvallA: Int }\nscalar FieldSet`,
      ["FieldSet"],
    ],
    [
      "declares another owner's type",
      `${LINK}\ntype Query { sundsvallA: NykopingA }\ntype NykopingA { b: Int }`,
      ["NykopingA"],
    ],
    ["adds a nameless field", `${LINK}\ntype Query { needs: Int }`, ["Query.needs"]],
    [
      "hides a type of the hub's fields",
      `${LINK}\ntype Area @key(fields: "id") { id: ID! name: String! @shareable @inaccessible sundsvallA: Int }`,
      undefined,
    ],
    [
      "makes a type of the hub's implement an interface",
      `${LINK}\ntype Area implements SundsvallI @key(fields: "id") { id: ID! sundsvallA: Int }\ninterface SundsvallI { id: ID! }`,
      ["Area"],
    ],
    [
      "takes a field over",
      `${linkWith("@override")}\ntype Area @key(fields: "id") { id: ID! name: String @override(from: "areas") }`,
      ["Area.name"],
    ],
  ] as const)("is seen when it %s", async (_, sdl, coordinates) => {
    if (coordinates === undefined) return expect(() => apiWith(sdl)).toThrow();
    expect(await reachOf(sdl)).toEqual(coordinates);
  });
});
