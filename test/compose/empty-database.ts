import { randomUUID } from "node:crypto";
import { escapeLiteral } from "pg";
import { READER_ROLE, WRITER_ROLE } from "../../kit/database-roles";
import { createTestDatabase } from "../testkit/database";

export interface EmptyDatabase {
  /** host:port of the server. */
  readonly address: string;
  readonly name: string;
  readonly user: string;
  readonly password: string;
  drop(): Promise<void>;
}

/** Every character that means something in an address, a shell or a compose file. */
const PASSWORD = `p@ss/w:rd?#[%41]&='"\\ $HOME \${PATH}`;

/**
 * Little more than what a PostgreSQL container offers at its first start: a database without tables, its owner, who is no
 * superuser here, and a password.
 */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const server = await createTestDatabase("migrated");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await server.query(`CREATE ROLE ${name} LOGIN PASSWORD ${escapeLiteral(PASSWORD)}`);
  await server.query(`GRANT ${READER_ROLE}, ${WRITER_ROLE} TO ${name}`);
  await server.query(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
  return {
    address: new URL(server.url).host,
    name,
    user: name,
    password: PASSWORD,
    async drop() {
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.query(`DROP ROLE ${name}`);
      await server.drop();
    },
  };
}
