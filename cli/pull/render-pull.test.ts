import { fileNames, type RowCounts } from "./pulled-rows";
import { type PullOutcome, renderPull } from "./render-pull";

const none: RowCounts = { created: 0, updated: 0, withdrawn: 0, total: 0 };
const outcome: PullOutcome = {
  isAnew: false,
  reason: null,
  changes: 1,
  retries: 0,
  files: {
    ...(Object.fromEntries(fileNames.map((name) => [name, none])) as PullOutcome["files"]),
    grants: { created: 1, updated: 12, withdrawn: 0, total: 1234 },
  },
};

it("tells what changed, in columns", () => {
  expect(renderPull(outcome, "dir").join("\n")).toMatchInlineSnapshot(`
"What changed since the last run (1 change) is in dir.
                    created  updated  withdrawn  in the file
grants                    1       12          0         1234
grant-events              0        0          0            0
follow-up-reports         0        0          0            0
pots                      0        0          0            0
allocations               0        0          0            0
report-templates          0        0          0            0
funding-programmes        0        0          0            0"
`);
});

it("tells that everything was pulled anew and why, and what failed meanwhile", () => {
  const [first, second] = renderPull(
    { ...outcome, isAnew: true, reason: "the cursor is of another hub", retries: 2 },
    "dir",
  );
  expect(first).toBe("Everything is in dir. 2 requests failed and went well later.");
  expect(second).toBe("All of it was pulled anew: the cursor is of another hub.");
});
