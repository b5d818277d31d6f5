import type { QueryRunner } from "typeorm";

/** Reads what the rooms keep, and of what is not published only what row-level security shows to the caller. */
export const READER_ROLE = "kommungraf_reader";
/** Adds to the logs that a room has for it, as far as row-level security lets the caller. */
export const WRITER_ROLE = "kommungraf_writer";

const ROLES = [READER_ROLE, WRITER_ROLE];

/** Roles are the whole server's, so another database of it may be at the same at this moment. */
const ATTEMPTS = 10;

/**
 * Makes the roles that rooms act as where they are missing. They cannot log in: the login that DATABASE_URL names changes into
 * them, and has fewer rights then.
 * @throws Error with what to do when the login may not make roles
 */
export async function ensureRoles(runner: QueryRunner): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      for (const role of ROLES) await runner.query(makeRole(role));
      return;
    } catch (error) {
      if (attempt < ATTEMPTS && cameTogether(error)) continue;
      throw new Error(await whatToDo(runner), { cause: error });
    }
  }
}

/** Until PostgreSQL 16 every member of a role may change into it. */
const makeRole = (role: string) => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
  IF NOT pg_has_role(current_user, '${role}', ${CHANGE_INTO}) THEN GRANT ${role} TO CURRENT_USER; END IF;
END $$`;
const CHANGE_INTO = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END";

/** Whether somebody else has made the role, or let a login be it, since we looked. */
function cameTogether(error: unknown): boolean {
  const { code, message = "" } = error as { code?: string; message?: string };
  return code === "42710" || code === "23505" || message.includes("tuple concurrently updated");
}

async function whatToDo(runner: QueryRunner): Promise<string> {
  const rows: { login: string; missing: string[] | null }[] = await runner.query(
    `SELECT quote_ident(current_user) AS login,
       (SELECT array_agg(role ORDER BY role) FROM unnest($1::text[]) AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)) AS missing`,
    [ROLES],
  );
  const { login, missing } = rows[0] ?? { login: "…", missing: null };
  const commands = [
    ...(missing ?? []).map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    `GRANT ${ROLES.join(", ")} TO ${login};`,
  ];
  return `The database login ${login} may not make the roles that the hub's rooms act as. Let an administrator of the server run: ${commands.join(" ")}`;
}

/** Lets the roles read everything of a schema, tables of later migrations too. */
export async function grantReading(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`GRANT USAGE ON SCHEMA "${schema}" TO ${READER_ROLE}, ${WRITER_ROLE};
    GRANT SELECT ON ALL TABLES IN SCHEMA "${schema}" TO ${READER_ROLE}, ${WRITER_ROLE}`);
}
