/** The folder of a room's code: the domain's lie below subgraphs/. */
export const roomFolder = (room: string) => (room === "opendata" ? "opendata" : `subgraphs/${room}`);
