import type { EntityManager } from "typeorm";

/**
 * Runs statements in turn.
 * @param statements SQL of one statement each, which begins with its name in a comment
 * @param codes municipality codes, for the statements that have $1
 */
export async function run(
  manager: EntityManager,
  statements: readonly string[],
  codes: readonly string[],
): Promise<void> {
  for (const text of statements) await manager.query(text, text.includes("$1") ? [codes] : []);
}
