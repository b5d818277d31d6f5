import type { QueryRunner } from "typeorm";

/** Reads what the rooms keep, and of what is not published only what row-level security shows to the caller. */
export const READER_ROLE = "kommungraf_reader";
/** Adds to the logs that a room has for it, as far as row-level security lets the caller. */
export const WRITER_ROLE = "kommungraf_writer";

/**
 * Makes the roles that rooms act as where they are missing. They cannot log in: the login that DATABASE_URL names changes into
 * them, and has fewer rights then.
 * @throws Error with what to do when the login may not make roles
 */
export async function ensureRoles(runner: QueryRunner): Promise<void> {
  for (const role of [READER_ROLE, WRITER_ROLE]) {
    try {
      await runner.query(`DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
        IF NOT pg_has_role(current_user, '${role}', 'SET') THEN GRANT ${role} TO CURRENT_USER; END IF;
      -- Another database of the same server did the same at this moment.
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    } catch (error) {
      throw new Error(
        `The database login may not make the role ${role}. Let an administrator run: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO "the login of DATABASE_URL";`,
        { cause: error },
      );
    }
  }
}

/** Lets the roles read everything of a schema, tables of later migrations too. */
export async function grantReading(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`GRANT USAGE ON SCHEMA "${schema}" TO ${READER_ROLE}, ${WRITER_ROLE};
    GRANT SELECT ON ALL TABLES IN SCHEMA "${schema}" TO ${READER_ROLE}, ${WRITER_ROLE}`);
}
