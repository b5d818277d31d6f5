import { sql } from "../../kit/sql";
import type { Owner } from "../model";
import type { Statements } from "./connection";

const columns = sql`name, title, kind, municipality, prefix, hosts`;

export async function readOwners(statements: Statements): Promise<Owner[]> {
  return statements.rows<Owner>("readOwners", sql`SELECT ${columns} FROM owner ORDER BY name`);
}

export async function readOwner(statements: Statements, name: string): Promise<Owner | undefined> {
  const [owner] = await statements.rows<Owner>("readOwner", sql`SELECT ${columns} FROM owner WHERE name = ${name}`);
  return owner;
}

/**
 * Adds owners that are new and mends the title of the others; hosts that have been set stay.
 * @returns the names of those that cannot be added, since another owner has their municipality or prefix
 */
export async function putOwners(statements: Statements, owners: readonly Owner[]): Promise<string[]> {
  const given = sql`
    SELECT name, title, kind, municipality, prefix, hosts
    FROM json_to_recordset(${JSON.stringify(owners)}::json)
      AS given(name text, title text, kind text, municipality text, prefix text, hosts text[])`;
  const left = await statements.rows<{ name: string }>(
    "findOwnersInTheWay",
    sql`SELECT given.name FROM (${given}) given
        WHERE EXISTS (SELECT FROM owner o WHERE o.name <> given.name
                        AND (o.municipality = given.municipality OR o.prefix = given.prefix))
        ORDER BY 1`,
  );
  const names = left.map(({ name }) => name);
  await statements.rows(
    "putOwners",
    sql`INSERT INTO owner (${columns}) SELECT * FROM (${given}) given WHERE given.name <> ALL (${names}::text[])
        ON CONFLICT (name) DO UPDATE SET title = excluded.title, hosts = coalesce(owner.hosts, excluded.hosts)`,
  );
  return names;
}

export async function putHosts(statements: Statements, owner: string, hosts: readonly string[] | null): Promise<void> {
  await statements.rows("putHosts", sql`UPDATE owner SET hosts = ${hosts}::text[] WHERE name = ${owner}`);
}
