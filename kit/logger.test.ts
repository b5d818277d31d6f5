import { Writable } from "node:stream";
import { createLogger, withoutSecrets } from "./logger";

function recordingLogger(level = "debug") {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { logger: createLogger({ name: "test", level }, destination), lines };
}

it("writes one JSON line with name, level in words, time and what happened", () => {
  const { logger, lines } = recordingLogger();
  logger.child({ room: "areas" }).info({ record: "2281-bredsand" }, "loaded");
  expect(lines).toEqual([
    {
      name: "test",
      room: "areas",
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      record: "2281-bredsand",
      msg: "loaded",
    },
  ]);
});

it("writes nothing below its level", () => {
  const { logger, lines } = recordingLogger("warn");
  logger.info("quiet");
  logger.warn("loud");
  expect(lines.map(({ msg }) => msg)).toEqual(["loud"]);
});

it.each(["password", "token", "authorization", "cookie", "variables", "headers", "remoteAddress"])(
  "withholds %s, at the top and within a record",
  (field) => {
    const { logger, lines } = recordingLogger();
    logger.info({ [field]: "hemligt", kept: 1, request: { [field]: "hemligt", kept: 2 } }, "asked");
    expect(lines[0]).toMatchObject({ kept: 1, request: { kept: 2 } });
    expect(JSON.stringify(lines)).not.toContain("hemligt");
  },
);

it("writes an error with type, message, code and stack, and no other property of it", () => {
  const { logger, lines } = recordingLogger();
  const error = Object.assign(new TypeError("broken"), { code: "42601", parameters: ["hemligt"], query: "SELECT 1" });
  logger.error({ err: error }, "failed");
  expect(lines[0]?.err).toEqual({
    type: "TypeError",
    message: "broken",
    code: "42601",
    stack: expect.stringContaining("TypeError: broken"),
  });
  expect(JSON.stringify(lines)).not.toContain("hemligt");
});

it("writes no secret of an error's message or stack", () => {
  const { logger, lines } = recordingLogger();
  logger.error({ err: new Error("cannot reach postgres://hub:hemligt@db:5432/hub with Bearer hemligt.a.b") }, "failed");
  expect(JSON.stringify(lines)).not.toContain("hemligt");
  expect(JSON.stringify(lines)).toContain("postgres://…@db:5432/hub");
});

it("writes what is not an error as it is", () => {
  const { logger, lines } = recordingLogger();
  logger.error({ err: "just text" }, "failed");
  expect(lines[0]?.err).toBe("just text");
});

describe("text without secrets", () => {
  it.each([
    ["postgres://hub:hemligt@db:5432/hub", "postgres://…@db:5432/hub"],
    ["postgresql://hub:hemligt@db/hub?sslmode=require", "postgresql://…@db/hub?sslmode=require"],
    ["postgres://hub:hem@ligt@db/hub", "postgres://…@db/hub"],
    ["postgres://hub:hem/ligt@db/hub", "postgres://…@db/hub"],
    ["postgres://db/hub?user=hub&password=hemligt&ssl=1", "postgres://db/hub?user=hub&password=…&ssl=1"],
    ["from postgres://a:hemligt@x/1 to postgres://b:hemligt@y/2", "from postgres://…@x/1 to postgres://…@y/2"],
    ["Authorization: Bearer hemligt-abc.def_ghi/jkl+mno==", "Authorization: Bearer …"],
    ["bearer hemligt", "bearer …"],
    ["no token kgt_abcdefghijkl_Zm9v-YmFy_x here", "no token kgt_… here"],
    ["nothing secret here, mail or not: a@b", "nothing secret here, mail or not: a@b"],
    ["postgres://db:5432/hub", "postgres://db:5432/hub"],
  ])("of %j is %j", (text, expected) => {
    expect(withoutSecrets(text)).toBe(expected);
  });
});
