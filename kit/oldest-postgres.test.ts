import { refuseOldServer } from "./oldest-postgres";

const server = (number: number, version: string) => ({ query: async () => [{ number, version }] });

it("lets a PostgreSQL be that has what the hub's views need", async () => {
  await expect(refuseOldServer(server(150000, "15.0"))).resolves.toBeUndefined();
  await expect(refuseOldServer(server(180004, "18.4"))).resolves.toBeUndefined();
});

it("refuses an older one with what to do", async () => {
  await expect(refuseOldServer(server(140012, "14.12 (Debian)"))).rejects.toThrow(
    "The database is PostgreSQL 14.12 (Debian), and the hub needs 15 or later: let DATABASE_URL name a newer server.",
  );
});
