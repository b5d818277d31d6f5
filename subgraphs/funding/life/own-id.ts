const ID = /^\d{4}-[a-z0-9]+(-[a-z0-9]+)*$/;
const CHARACTERS = 200;

/** Whether a record of another room has an id of the municipality's; whether there is such a record, that room knows. */
export function isOwnId(id: string, municipality: string): boolean {
  return id.length <= CHARACTERS && ID.test(id) && id.startsWith(`${municipality}-`);
}
