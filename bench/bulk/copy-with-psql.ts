import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";

/** What a bulk file is measured against. */
export interface Peer {
  /** What it is, for the results. */
  readonly name: string;
  /** Takes every row of a statement and throws it away. @returns bytes, NaN where it does not tell */
  copy(databaseUrl: string, statement: string, format: string): Promise<number>;
}

/** psql's \copy to /dev/null, or COPY through a plain connection where there is no psql. */
export function findPeer(): Peer {
  const { status, stdout } = spawnSync("psql", ["--version"], { encoding: "utf8" });
  if (status !== 0) return { name: "COPY through pg-copy-streams (there is no psql here)", copy: copyPlainly };
  return { name: `\\copy of ${stdout.trim()}`, copy: copyWithPsql };
}

async function copyWithPsql(databaseUrl: string, statement: string, format: string): Promise<number> {
  const command = `\\copy (${statement.replaceAll(/\s+/g, " ")}) TO '/dev/null' WITH (${format})`;
  const psql = spawn("psql", ["--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1", "-c", command, databaseUrl], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  psql.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const [code] = await once(psql, "close");
  if (code !== 0) throw new Error(`psql ended with ${code}: ${said}`);
  return Number.NaN;
}

async function copyPlainly(databaseUrl: string, statement: string, format: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let bytes = 0;
    for await (const chunk of client.query(copyTo(`COPY (${statement}) TO STDOUT (${format})`))) bytes += chunk.length;
    return bytes;
  } finally {
    await client.end();
  }
}
