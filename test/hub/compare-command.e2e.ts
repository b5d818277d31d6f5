import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "csv-parse/sync";
import { examples } from "../../cli/compare/examples";
import { projectRoot } from "../../kit/project-root";
import { startChild } from "../testkit/child";
import { startTestHub, type TestHub } from "../testkit/hub";

const NBSP = "\u00A0";

interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = startChild("cli/main.ts", args, env);
  const said = { out: "", err: "" };
  child.process.stdout?.on("data", (chunk: string) => {
    said.out += chunk;
  });
  child.process.stderr?.on("data", (chunk: string) => {
    said.err += chunk;
  });
  return { exit: await child.ended(), ...said };
}

/** The command with something after it that only a shell does. */
async function inShell(args: readonly string[], end: string, hubUrl: string): Promise<{ exit: number; err: string }> {
  const command = `node --require ./test/testkit/typescript-hook.js cli/main.ts compare ${args.join(" ")} ${end}`;
  const shell = spawn("bash", ["-o", "pipefail", "-c", command], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, KOMMUNGRAF_URL: hubUrl },
  });
  let err = "";
  shell.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk;
  });
  const [exit] = await once(shell, "close");
  return { exit, err };
}

describe("kommungraf compare", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub("seeded");
  });
  afterAll(() => hub.stop());

  const compare = (...args: string[]) => run(["compare", ...args], { KOMMUNGRAF_URL: hub.url });
  const amountsByKind = ["--measure", "amount", "--by", "municipality,amount-kind"];

  it("prints the amounts of the four municipalities by kind, each as its source says, with what to know of them", async () => {
    const { exit, out, err } = await compare(...amountsByKind);
    expect([exit, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/^Kommun +Slag av belopp +Belopp \(kr\) +Poster +Saknar värde +Säkerhet$/);
    const row = (start: string) => lines.filter((line) => line.startsWith(start)).map((line) => line.split(/ {2,}/));
    expect(row("Sandviken")).toEqual([["Sandviken", "Fördelat", `13${NBSP}287${NBSP}000`, "15", "0", "slutsats"]]);
    expect(row("Nyköping").map(([, ...rest]) => rest.slice(0, 2))).toEqual([["Föreslaget", `7${NBSP}500${NBSP}000`]]);
    expect(row("Sigtuna")).toEqual([["Sigtuna", "Okänt", "saknas", "7", "7"]]);
    expect(row("Sundsvall").map(([, kind, value]) => [kind, value])).toEqual(
      expect.arrayContaining([
        ["Beviljat", `2${NBSP}800${NBSP}000`],
        ["Beräknad totalkostnad", `5${NBSP}600${NBSP}000`],
      ]),
    );
    expect(out).not.toContain("Totalt");
    expect(out).toMatch(/\n! VILSELEDANDE \w+: /);
    expect(out).toMatch(/\n- upplysning AMOUNTS_MISSING: .*Sigtuna/);
    expect(out).not.toContain("\u001b");
    expect(lines.at(-2)).toMatch(/^Permalänk: http:\/\/localhost:\d+\/comparisons\/[\w-]+$/);
  });

  it("takes municipalities by name, and speaks English when asked to", async () => {
    const args = ["--municipalities", "sandviken,0191", "--language", "en"];
    const { exit, out } = await compare(...amountsByKind, ...args);
    expect(exit).toBe(0);
    expect(out).toMatch(/\nSandviken +Allocated +13,287,000 +15 +0 +inferred\n/);
    expect(out).toMatch(/\nSigtuna +Unknown +missing +7 +7\n/);
    expect(out).not.toMatch(/Nyköping|Sundsvall/);
  });

  it("gives a total where adding is right, and the largest first", async () => {
    const args = ["--measure", "initiative-count", "--by", "municipality", "--order", "value:desc"];
    const { out } = await compare(...args);
    const [, ...rows] = out.split("\n");
    expect(rows.slice(0, 4).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ["Sandviken", "14"],
      ["Sundsvall", "10"],
      ["Nyköping", "9"],
      ["Sigtuna", "7"],
    ]);
    expect(out).toContain("\nTotalt: 40\n");
  });

  it("shows as many rows as asked for, and says how many there are", async () => {
    const all = await compare("--measure", "initiative-count", "--by", "theme,municipality");
    const some = await compare("--measure", "initiative-count", "--by", "theme,municipality", "--first", "3");
    const rowsOf = ({ out }: Ran) => out.slice(0, out.indexOf("\n\n")).split("\n").slice(1);
    expect(rowsOf(some)).toHaveLength(3);
    expect(rowsOf(all).length).toBeGreaterThan(20);
    expect(some.out).toContain(`\n3 av ${rowsOf(all).length} rader visas.\n`);
  });

  it("passes the file for Swedish Excel on, with the warnings beside it", async () => {
    const { exit, out, err } = await compare(...amountsByKind, "--format", "csv", "--decimals", "comma", "--bom");
    expect(exit).toBe(0);
    expect(out.startsWith("\uFEFF")).toBe(true);
    const rows = parse<Record<string, string>>(out, { bom: true, columns: true, delimiter: ";" });
    expect(rows).toContainEqual(
      expect.objectContaining({ municipality: "2181", municipality_name: "Sandviken", value: "13287000" }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ municipality_name: "Sigtuna", value: "", missing: "7" }));
    expect(err).toMatch(/^Varningar\n! VILSELEDANDE /);
    expect(err).toMatch(/\nPermalänk: http.*\n$/);
  });

  it("passes JSON on, whole and nothing else", async () => {
    const { exit, out } = await compare(...amountsByKind, "--format", "json");
    expect(exit).toBe(0);
    const { comparison, rows } = JSON.parse(out);
    expect(comparison.totalRows).toBe(rows.length);
    expect(rows).toContainEqual(expect.objectContaining({ value: 13_287_000, recordCount: 15 }));
  });

  it("refuses with the reasons what would mislead, when told to be strict", async () => {
    const { exit, out, err } = await compare("--measure", "amount", "--by", "municipality", "--strict");
    expect([exit, out]).toEqual([3, ""]);
    expect(err).toMatch(/\n {2}AMOUNT_KINDS_DIFFER: /);
  });

  it("tells every mistake at once, those that only the graph can see included, and asks for no comparison", async () => {
    const args = ["--municipalities", "Sigtun", "--themes", "employmnt", "--level", "pots", "--years", "20"];
    const { exit, out, err } = await compare("--measure", "amount", ...args);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("4 options are wrong:");
    for (const meant of ["Did you mean Sigtuna?", "Did you mean employment?", "Did you mean pot?", "--years"]) {
      expect(err).toContain(meant);
    }
  });

  it("tells the hub's own objections by the options' names", async () => {
    const rules = await compare(
      "--measure",
      "state-share",
      "--by",
      "funding-source",
      "--normalise",
      "share-of-municipality",
    );
    expect(rules.exit).toBe(2);
    expect(rules.err).toContain("3 options are wrong:");
    for (const option of ["--by", "--normalise"]) expect(rules.err).toContain(`\n  ${option}: `);

    const places = await compare("--measure", "amount", "--municipalities", "9999");
    expect([places.exit, places.err]).toEqual([2, expect.stringContaining("  --municipalities: ")]);
  });

  it.each(examples)("does what the help shows: $about", async ({ command }) => {
    const [line = ""] = command.split(" > ");
    const { exit, out, err } = await run(line.split(" "), { KOMMUNGRAF_URL: hub.url });
    expect([exit, exit === 0 ? "" : err]).toEqual([0, ""]);
    expect(out.trim().split("\n").length).toBeGreaterThan(2);
  });

  it.each([
    ["a full disk, as a table", "> /dev/full", "no space is left"],
    ["a full disk, as a file", "--format csv > /dev/full", "no space is left"],
  ])("ends with one line and 1 when it cannot write: %s", async (_what, end, reason) => {
    const { exit, err } = await inShell(amountsByKind, end, hub.url);
    expect(exit).toBe(1);
    expect(err).not.toMatch(/\n\s+at /);
    const told = err.split("\n").filter((line) => line.startsWith("kommungraf compare: "));
    expect(told).toEqual([`kommungraf compare: The answer could not be written: ${reason}.`]);
  });

  it("ends in silence when its reader has what it wants", async () => {
    expect(await inShell(amountsByKind, "--format csv | exec 0<&-", hub.url)).toEqual({
      exit: 0,
      err: expect.not.stringContaining("kommungraf"),
    });
  });

  it("says in one line what to do when the hub is down", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await once(server.close(), "close");
    const { exit, out, err } = await run(["compare", "--measure", "amount"], {
      KOMMUNGRAF_URL: `http://127.0.0.1:${port}`,
    });
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toMatch(/^kommungraf compare: No hub answers at .*npm start.*\n$/);
  });
});
