import { createOwnerSlots } from "./owner-slots";

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: jest.fn(() => ended), end };
}

/** Until what could begin has begun. */
const begun = () => new Promise((resolve) => setImmediate(resolve));

it("lets one owner do only so much at once, and another owner's go through", async () => {
  const within = createOwnerSlots(2, 1);
  const [first, second, third] = [held(), held(), held()];
  const running = [first, second, third].map(({ work }) => within("2281", work));
  await begun();
  expect([first, second, third].map(({ work }) => work.mock.calls.length)).toEqual([1, 1, 0]);
  await within("boverket", async () => {});
  expect(third.work).not.toHaveBeenCalled();
  first.end();
  await running[0];
  await begun();
  expect(third.work).toHaveBeenCalledTimes(1);
  second.end();
  third.end();
  await Promise.all(running);
});

it("refuses what an owner asks for beyond what may wait, and does nothing of it", async () => {
  const within = createOwnerSlots(1, 1);
  const [first, second, third] = [held(), held(), held()];
  const running = [first, second].map(({ work }) => within("2281", work));
  await expect(within("2281", third.work)).rejects.toMatchObject({ extensions: { code: "WRITE_BUSY" } });
  expect(third.work).not.toHaveBeenCalled();
  first.end();
  second.end();
  await Promise.all(running);
  await within("2281", async () => {});
});

it("gives the slot back when the work fails", async () => {
  const within = createOwnerSlots(1, 0);
  await expect(within("2281", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await within("2281", async () => {});
});
