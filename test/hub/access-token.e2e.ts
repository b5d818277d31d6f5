import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { developmentIssuerFolder } from "../../cli/development-clients";
import { clientKeyFile } from "../../issuer";
import { startChild } from "../testkit/child";
import { startTestHub, type TestHub } from "../testkit/hub";

let folder: string;
let hub: TestHub;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kommungraf-access-token-"));
  hub = await startTestHub("seeded", { tokens: undefined, developmentIssuer: true, dataDirectory: folder });
});
afterAll(async () => {
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const env = { DATA_DIRECTORY: folder, KOMMUNGRAF_URL: hub.url };
  const child = startChild("cli/main.ts", ["access-token", ...args], env);
  return { code: await child.ended(), output: child.output() };
}

const AUDIT = "{ auditLog(first: 1) { totalCount } }";

describe("kommungraf access-token", () => {
  it("prints a token alone, which the hub takes and which gives what its owner may do", async () => {
    const { code, output } = await run("hub");
    expect(code).toBe(0);
    expect(output).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const { origin } = new URL(hub.url);
    expect(decodeJwt(output.trim())).toMatchObject({
      kommungraf_owner: "hub",
      aud: origin.replace("127.0.0.1", "localhost"),
    });
    expect((await hub.ask(AUDIT)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    expect((await hub.ask(AUDIT, {}, output.trim())).errors ?? []).toEqual([]);
  });

  it("gives a municipality its own reports and no others, as the guide shows", async () => {
    const { output } = await run("2281");
    const reports = (code: string) =>
      hub.ask(
        `{ followUpReports(filter: {municipalities: "${code}"}, includeUnpublished: true) { totalCount } }`,
        {},
        output.trim(),
      );
    expect((await reports("2281")).errors ?? []).toEqual([]);
    expect((await reports("2181")).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  it("asks for one role of several", async () => {
    const { output } = await run("boverket", "--role", "reader");
    expect(decodeJwt(output.trim())).toMatchObject({ kommungraf_owner: "boverket", scope: "kommungraf:reader" });
    const all = await run("boverket");
    expect(decodeJwt(all.output.trim())).toMatchObject({ scope: "kommungraf:reader kommungraf:reviewer" });
    expect((await hub.ask(AUDIT, {}, all.output.trim())).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  it("takes a key of the caller's own, and an issuer by its name", async () => {
    const key = clientKeyFile(developmentIssuerFolder(folder), "development-2181");
    const named = ["--issuer", hub.issuerUrl ?? "", "--client-id", "development-2181", "--key", key];
    const { output } = await run("2181", ...named);
    expect(decodeJwt(output.trim())).toMatchObject({ kommungraf_owner: "2181" });
  });

  it.each<[string, () => string[], number, RegExp]>([
    ["an owner that has no client", () => ["2480"], 2, /no client for "2480"/],
    ["a role that there is not", () => ["2281", "--role", "admin"], 2, /no role/],
    ["a role that the client has not", () => ["2281", "--role", "operator"], 1, /invalid_scope/],
    ["a key without a client", () => ["2281", "--key", "x"], 2, /--client-id and --key together/],
    ["a key that is not there", () => ["2281", "--client-id", "a", "--key", "/nothing"], 2, /ENOENT/],
    ["a hub that does not answer", () => ["2281", "--hub", "http://127.0.0.1:9"], 3, /No hub answers/],
  ])("says what is wrong with %s", async (_title, args, code, message) => {
    const ended = await run(...args());
    expect(ended.code).toBe(code);
    expect(ended.output).toMatch(message);
    expect(ended.output).not.toMatch(/eyJ|"d"|\n\s+at /);
  });

  it("never quotes a key that it cannot use", async () => {
    const file = join(folder, "odd.json");
    writeFileSync(file, '{"kty":"EC","d":"very-secret"}');
    const { code, output } = await run("2281", "--client-id", "a", "--key", file);
    expect(code).toBe(2);
    expect(output).toContain("holds no private key");
    expect(output).not.toContain("very-secret");
  });
});
