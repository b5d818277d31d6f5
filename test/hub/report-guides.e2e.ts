import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../kit/project-root";
import { startTestHub } from "../testkit/hub";

const guides = ["report-a-grant.md", "aterrapportera.md"];

/** What the guide lets its reader paste into a shell, without the indentation of lists. */
async function shellBlocksOf(guide: string): Promise<string[]> {
  const text = await readFile(join(projectRoot, "docs", guide), "utf8");
  return [...text.matchAll(/^( *)```sh\n([\s\S]*?)^\1```/gm)].map(([, indent = "", block = ""]) =>
    block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

describe("the guides to reporting", () => {
  it.each(guides)("show requests that the hub does: %s", async (guide) => {
    const hub = await startTestHub("seeded");
    const folder = await mkdtemp(join(tmpdir(), "kommungraf-guide-"));
    try {
      const tokens = {
        TOKEN_2281: await hub.issuer.token({ owner: "2281", roles: ["reporter"] }),
        TOKEN_boverket: await hub.issuer.token({ owner: "boverket", roles: ["reader", "reviewer"] }),
      };
      // Tokens of the test's own issuer, in the place of those of npm start.
      const npx = 'npx() { printenv "TOKEN_$3"; }';
      const blocks = await shellBlocksOf(guide);
      const shell = spawn("bash", ["-eu", "-o", "pipefail", "-c", [npx, ...blocks].join("\n")], {
        cwd: folder,
        env: { PATH: process.env.PATH, KOMMUNGRAF_URL: hub.url, ...tokens },
      });
      let said = "";
      for (const stream of [shell.stdout, shell.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
        });
      }
      const [exit] = await once(shell, "close");
      expect([exit, said]).toEqual([0, expect.not.stringMatching(/"errors"|"code"/)]);
      expect(said.match(/"state":"\w+"/g)).toEqual(
        expect.arrayContaining(['"state":"SUPPLEMENT_REQUESTED"', '"state":"REQUESTED"']),
      );
    } finally {
      await hub.stop();
      await rm(folder, { recursive: true });
    }
  });

  it("show the same requests in both languages", async () => {
    const [english = [], swedish = []] = await Promise.all(guides.map(shellBlocksOf));
    const requests = (blocks: string[]) =>
      blocks.map((block) =>
        block
          .replaceAll(/^ *#.*\n/gm, "")
          .replaceAll("(language: SV)", "(language: EN)")
          .replaceAll("label { sv }", "label { en }"),
      );
    expect(requests(swedish)).toEqual(requests(english));
    expect(english).toHaveLength(8);
  });
});
