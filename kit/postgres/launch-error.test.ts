import { explainFailure, explaining, PostgresLaunchError } from "./launch-error";

it.each([
  ['initdb: error: could not write to file "base/1/2608": No space left on device', "DISK_FULL"],
  ["ENOSPC: no space left on device, write", "DISK_FULL"],
  ['initdb: error: could not create directory "/srv/pg": Permission denied', "NO_PERMISSION"],
  ["EACCES: permission denied, mkdir '/srv'", "NO_PERMISSION"],
  ["EROFS: read-only file system, open '/srv/pg.lock'", "NO_PERMISSION"],
])("explains %p as %s", (complaint, code) => {
  expect(explainFailure(complaint, "/srv/pg")).toMatchObject({
    code,
    message: expect.stringContaining("/srv/pg"),
  });
});

it("explains nothing that it does not know", () => {
  expect(explainFailure("FATAL: something else", "/srv/pg")).toBeUndefined();
});

it("keeps an error that is explained already, and one that it does not know", async () => {
  const explained = new PostgresLaunchError("IN_USE", "Permission denied is part of this text.");
  await expect(explaining("/srv/pg", () => Promise.reject(explained))).rejects.toBe(explained);
  const unknown = new TypeError("a bug");
  await expect(explaining("/srv/pg", () => Promise.reject(unknown))).rejects.toBe(unknown);
});
