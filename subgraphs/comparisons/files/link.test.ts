import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import type { ComparisonInput, Dimension, Measure } from "../generated/types";
import { normaliseInput } from "../input/normalise-input";
import type { NormalisedInput } from "../input/normalised-input";
import { BrokenLinkError, decodeLink, encodeLink, MAX_TOKEN_LENGTH, permalinkOf } from "./link";

const VERSION = "0123456789abcdef";

const plain = normaliseInput({ measure: "INITIATIVE_COUNT", groupBy: ["MUNICIPALITY", "THEME"] });

const tokenOf = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString("base64url");
const linkWith = (input: object, rest: object = {}) => tokenOf({ v: 1, input, dataVersion: VERSION, ...rest });

const linkText = inflateRawSync(Buffer.from(encodeLink(plain, VERSION), "base64url")).toString();

const errorOf = (token: string): unknown => {
  try {
    return decodeLink(token);
  } catch (error) {
    return error;
  }
};

const dimensions: Dimension[] = ["MUNICIPALITY", "YEAR", "THEME", "STATUS", "AMOUNT_KIND", "FUNDING_SOURCE"];
const measures: Measure[] = ["AMOUNT", "INITIATIVE_COUNT", "TARGET_COUNT", "STATE_SHARE"];
const ids = fc.uniqueArray(fc.stringMatching(/^[0-9]{4}-[a-zåäö-]{1,20}$/), { minLength: 1, maxLength: 5 });

/** Questions that the hub understands; what it refuses is left out. */
const questions = fc
  .record(
    {
      measure: fc.constantFrom(...measures),
      groupBy: fc.uniqueArray(fc.constantFrom(...dimensions), { maxLength: 3 }),
      municipalities: fc.option(fc.uniqueArray(fc.constantFrom("0191", "2181", "2281"), { minLength: 1 })),
      level: fc.constantFrom("INITIATIVE" as const, "GRANT" as const, "POT" as const),
      multiValued: fc.constantFrom("FULL" as const, "FRACTIONAL" as const),
      normalise: fc.constantFrom("NONE" as const, "PER_CAPITA" as const),
      filter: fc.record(
        {
          years: fc.uniqueArray(fc.integer({ min: 1990, max: 2040 }), { minLength: 1 }),
          initiatives: ids,
          themes: ids,
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["measure", "groupBy"] },
  )
  .map((input): NormalisedInput | undefined => {
    try {
      return normaliseInput(input as ComparisonInput);
    } catch {
      return undefined;
    }
  })
  .filter((input): input is NormalisedInput => input !== undefined);

describe("a link", () => {
  it("holds the whole question: what it is decoded to is what it was made of", () => {
    fc.assert(
      fc.property(questions, (input) => {
        expect(decodeLink(encodeLink(input, VERSION))).toEqual({ input, dataVersion: VERSION });
      }),
    );
  });

  it("is the same for the same question, however its fields are ordered, and fits an address as it is", () => {
    const turned = Object.fromEntries(Object.entries(plain).reverse()) as unknown as NormalisedInput;
    const token = encodeLink(turned, VERSION);
    expect(token).toBe(encodeLink(plain, VERSION));
    expect(token).toMatch(/^[\w-]+$/);
    expect(permalinkOf("https://kommungraf.example/", { input: plain, dataVersion: VERSION })).toBe(
      `https://kommungraf.example/comparisons/${token}`,
    );
  });

  it("is not made of a question that is too long for an address, and the error says what to do", () => {
    let seed = 1;
    const noise = () => {
      seed = (seed * 48271) % 2147483647;
      return seed.toString(36);
    };
    const initiatives = Array.from({ length: 480 }, () => `0191-${noise()}-${noise()}-${noise()}`);
    const long = { ...plain, filter: { initiatives } };
    expect(() => encodeLink(long, VERSION)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`at most ${MAX_TOKEN_LENGTH}`),
        extensions: expect.objectContaining({
          code: "BAD_USER_INPUT",
          mistakes: [expect.objectContaining({ path: ["input", "filter"], remedy: expect.stringContaining("fewer") })],
        }),
      }),
    );
  });
});

describe("a link that a stranger wrote", () => {
  const question = { measure: "AMOUNT", groupBy: ["YEAR"] };

  it("is read when it is what the hub itself writes, however tightly it is compressed", () => {
    const text = inflateRawSync(Buffer.from(encodeLink(plain, VERSION), "base64url"));
    for (const level of [0, 1, 9]) {
      const token = deflateRawSync(text, { level }).toString("base64url");
      expect(decodeLink(token)).toEqual({ input: plain, dataVersion: VERSION });
    }
  });

  it("is broken when anything stands after it", () => {
    const token = encodeLink(plain, VERSION);
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{1,8}$/), (more) => {
        expect(errorOf(token + more)).toBeInstanceOf(BrokenLinkError);
      }),
    );
  });

  it.each([
    ["no text", ""],
    ["a question that leaves out what the hub chooses", linkWith(question)],
    ["the fields in another order", tokenOf({ v: 1, input: plain, dataVersion: VERSION })],
    ["text after the link", deflateRawSync(`${linkText} `).toString("base64url")],
    ["a mark of byte order before it", deflateRawSync(`\uFEFF${linkText}`).toString("base64url")],
    ["other letters", "abc+/=="],
    ["bytes that are no deflated text", Buffer.from("not deflated").toString("base64url")],
    ["deflated bytes that are not UTF-8", deflateRawSync(Buffer.from([0xff, 0xfe])).toString("base64url")],
    ["deflated text that is not JSON", deflateRawSync("{").toString("base64url")],
    ["JSON that is no link", tokenOf([1, 2])],
    ["half a link", encodeLink(plain, VERSION).slice(0, 40)],
    ["another version of links", linkWith(question, { v: 2 })],
    ["a data version that is none", linkWith(question, { dataVersion: "x" })],
    ["a further member", linkWith(question, { admin: true })],
    ["a further field", linkWith({ ...question, first: 10 })],
    [
      "a field that every object has",
      tokenOf(
        JSON.parse(`{"v":1,"input":{"measure":"AMOUNT","groupBy":[],"__proto__":{}},"dataVersion":"${VERSION}"}`),
      ),
    ],
    ["no measure", linkWith({ groupBy: [] })],
    ["a measure that is none", linkWith({ ...question, measure: "PRICE" })],
    ["a dimension that is none", linkWith({ ...question, groupBy: ["PERSON"] })],
    ["a null in a list", linkWith({ ...question, groupBy: [null] })],
    ["a number for a code", linkWith({ ...question, municipalities: [191] })],
    ["a filter that is none", linkWith({ ...question, filter: { names: ["x"] } })],
    ["a filter of another kind", linkWith({ ...question, filter: "x" })],
    ["more characters than a link has", "A".repeat(MAX_TOKEN_LENGTH + 1)],
    [
      "a little text that grows without end",
      deflateRawSync(Buffer.alloc(3_000_000, 0x20), { level: 9 }).toString("base64url"),
    ],
    ["lists within lists", deflateRawSync(`{"v":1,"input":${"[".repeat(20_000)}`).toString("base64url")],
  ])("is broken when it holds %s", (_, token) => {
    expect(errorOf(token)).toBeInstanceOf(BrokenLinkError);
  });

  it("is refused with every mistake, as a query is, when the question does not fit together", () => {
    const wrong = linkWith({
      measure: "AMOUNT",
      groupBy: ["YEAR", "YEAR", "THEME", "AREA"],
      normalise: "SHARE_OF_MUNICIPALITY",
    });
    const { extensions } = errorOf(wrong) as { extensions: { code: string; mistakes: unknown[] } };
    expect(extensions.code).toBe("BAD_USER_INPUT");
    expect(extensions.mistakes.length).toBeGreaterThan(1);
  });

  it("is never anything but read, broken or refused", () => {
    const mutated = fc
      .tuple(fc.constant(encodeLink(plain, VERSION)), fc.nat(400), fc.string({ maxLength: 5 }))
      .map(([token, at, text]) => token.slice(0, at) + text + token.slice(at + text.length));
    const arbitrary = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.base64String({ maxLength: 200 }),
      mutated,
      fc.json({ maxDepth: 4 }).map((json) => deflateRawSync(json).toString("base64url")),
      fc.object({ key: fc.constantFrom(...Object.keys(plain)), maxDepth: 3 }).map((input) => linkWith(input)),
      fc
        .record({
          measure: fc.anything(),
          groupBy: fc.array(fc.constantFrom(...dimensions, "x", null)),
          filter: fc.object({ key: fc.constantFrom("years", "themes", "isReserve", "areas") }),
        })
        .map((input) => linkWith(input)),
    );
    fc.assert(
      fc.property(arbitrary, (token) => {
        const outcome = errorOf(token);
        const code = (outcome as { extensions?: { code: string } }).extensions?.code;
        return !(outcome instanceof Error) || outcome instanceof BrokenLinkError || code === "BAD_USER_INPUT";
      }),
      { numRuns: 2000 },
    );
  });
});
