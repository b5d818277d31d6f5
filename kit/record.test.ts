import { NATIONAL, ownerOf } from "./record";

it.each([
  ["0191-stadsdelsmammor", "0191"],
  ["2281-21-satsningar-2021", "2281"],
  ["boverket", NATIONAL],
  ["sfs-2018-151", NATIONAL],
  ["191-x", NATIONAL],
  ["01911-x", NATIONAL],
  ["0191", NATIONAL],
  ["x0191-y", NATIONAL],
  ["", NATIONAL],
])("the owner of %j is %s", (id, owner) => {
  expect(ownerOf(id)).toBe(owner);
});
