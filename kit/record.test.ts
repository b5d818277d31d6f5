import { NATIONAL, ownerNamed, ownerOf } from "./record";

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

it.each([
  [["2281"], "2281"],
  [["2281", "2281"], "2281"],
  [["2281", "0191"], NATIONAL],
  [[], NATIONAL],
  [null, NATIONAL],
  [undefined, NATIONAL],
  [["2281\n"], NATIONAL],
  [["22810"], NATIONAL],
])("the owner that %j names is %s", (codes, owner) => {
  expect(ownerNamed(codes)).toBe(owner);
});
