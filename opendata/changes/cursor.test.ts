import { randomUUID } from "node:crypto";
import { BEGINNING, decodeCursor, encodeCursor } from "./cursor";

const feed = randomUUID();
const place = { transaction: 2n ** 40n + 7n, room: 3, position: 2n ** 62n };

it("gives back the feed and the place, and is text that needs no escaping", () => {
  expect(decodeCursor(encodeCursor(feed, place))).toEqual({ feed, place });
  expect(decodeCursor(encodeCursor(feed, BEGINNING))).toEqual({ feed, place: BEGINNING });
  expect(encodeCursor(feed, place)).toMatch(/^[A-Za-z0-9_-]{51}$/);
});

it("is refused when a single character is another, missing or too much", () => {
  const cursor = encodeCursor(feed, place);
  for (let at = 0; at < cursor.length; at += 1) {
    const other = cursor[at] === "A" ? "B" : "A";
    expect(decodeCursor(cursor.slice(0, at) + other + cursor.slice(at + 1))).toBeUndefined();
    expect(decodeCursor(cursor.slice(0, at) + cursor.slice(at + 1))).toBeUndefined();
  }
  for (const garbage of ["", " ", "null", `${cursor}A`, `${cursor}=`, ` ${cursor}`, "å", JSON.stringify(["list", 1])]) {
    expect(decodeCursor(garbage)).toBeUndefined();
  }
});
