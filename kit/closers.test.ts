import { createClosers } from "./closers";

it("closes what was opened last first, each once", async () => {
  const closed: string[] = [];
  const closers = createClosers();
  closers.add(async () => closed.push("database"));
  closers.add(async () => closed.push("service"));
  await closers.closeAll();
  await closers.closeAll();
  expect(closed).toEqual(["service", "database"]);
});

it("runs every closer even when one fails, and tells of the failure", async () => {
  const closed: string[] = [];
  const closers = createClosers();
  closers.add(async () => closed.push("database"));
  closers.add(async () => {
    throw new Error("will not stop");
  });
  await expect(closers.closeAll()).rejects.toThrow("will not stop");
  expect(closed).toEqual(["database"]);
});
