import { watchSpeed } from "./lowest-speed";

const SPEED = { bytes: 1000, milliseconds: 30_000 };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A connection to which the hub writes all that it may, and whose client takes so much a second. */
function watched({ perSecond, waiting = 64_000 }: { perSecond: number; waiting?: number }) {
  const connection = { bytesWritten: waiting, writableLength: waiting };
  const giveUp = jest.fn();
  const end = watchSpeed(connection, SPEED, giveUp);
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      connection.bytesWritten += perSecond;
      jest.advanceTimersByTime(1000);
    }
  };
  return { connection, giveUp, end, pass };
}

it("gives up once on a client that takes nothing", () => {
  const { giveUp, pass } = watched({ perSecond: 0 });
  pass(29);
  expect(giveUp).not.toHaveBeenCalled();
  pass(100);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

it("gives up on one that takes just too little, and waits for one that takes enough", () => {
  const slow = watched({ perSecond: 33 });
  slow.pass(31);
  expect(slow.giveUp).toHaveBeenCalledTimes(1);
  const enough = watched({ perSecond: 34 });
  enough.pass(300);
  expect(enough.giveUp).not.toHaveBeenCalled();
});

it("gives up on one that took much and then stops", () => {
  const { giveUp, pass, connection } = watched({ perSecond: 0 });
  connection.bytesWritten += 1_000_000;
  pass(32);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

it("blames no client for what the hub has not made yet, and begins anew afterwards", () => {
  const { giveUp, pass, connection } = watched({ perSecond: 0, waiting: 0 });
  pass(300);
  connection.bytesWritten = connection.writableLength = 64_000;
  pass(29);
  expect(giveUp).not.toHaveBeenCalled();
  pass(2);
  expect(giveUp).toHaveBeenCalledTimes(1);
});

it("looks no more when it has ended", () => {
  const { giveUp, pass, end } = watched({ perSecond: 0 });
  end();
  pass(100);
  expect(giveUp).not.toHaveBeenCalled();
});
