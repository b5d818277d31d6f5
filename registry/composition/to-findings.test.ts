import { rooms } from "../../test/registry/hub";
import { LINK } from "../../test/registry/subgraph-row";
import { runComposeJob } from "./compose-job";
import { toFindings } from "./to-findings";

function findingsOf(sdl: string) {
  const services = [...rooms, { name: "sundsvall", url: "http://127.0.0.1:1", sdl }];
  const answer = runComposeJob({ services, isSatisfiabilityChecked: true, isApiWanted: false });
  return answer.kind === "failed" ? toFindings(answer.faults, "sundsvall") : [];
}

it("places what does not compose at its name, behind its description", () => {
  const sdl = `${LINK}\n"Many\\nlines."\ntype Area @key(fields: "id") {\n  id: ID!\n  """\n  What it is\n  called.\n  """\n  name: String\n}`;
  expect(findingsOf(sdl)).toMatchObject([{ code: "COMPOSITION", coordinate: "Area.name", line: 9, column: 3 }]);
});

it.each([
  ["the library's own", "type Query { sundsvallA: Int @foo }"],
  ["none", "type Query { sundsvallA: Contact }"],
  ["a query that has no way", "type Query { sundsvallA: Area }\ntype Area { sundsvallB: Int }"],
])("ends a message with one full stop: %s", (_, sdl) => {
  const [finding] = findingsOf(`${LINK}\n${sdl}`);
  expect(finding?.message).toMatch(/[^.]\.$/);
});
