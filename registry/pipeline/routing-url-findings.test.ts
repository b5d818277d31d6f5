import { routingUrlFindings } from "./routing-url-findings";

const messages = (url: string, hosts?: string[]) =>
  routingUrlFindings(url, { loopback: false, hosts }).map(({ message }) => message);

it("finds nothing in a sound address", () => {
  expect(messages("https://graph.sundsvall.se/graphql")).toEqual([]);
});

it.each([
  "https://graph.sundsvall.se/\ngraphql",
  " https://graph.sundsvall.se/graphql",
  "https://graph.sundsvall.se/a b",
])("finds white space in %j", (url) => {
  expect(messages(url)).toEqual([
    expect.stringMatching(/^https:\/\/graph\.sundsvall\.se\/[%\w]+: The address must not hold white space\.$/),
  ]);
});

it("says what to do, which is another thing when the operator has named hosts", () => {
  const remedies = [undefined, ["*.sundsvall.se"]].map(
    (hosts) => routingUrlFindings("http://example.org", { loopback: false, hosts })[0]?.remedy,
  );
  expect(remedies).toEqual([
    "Give the address at which the service can be reached from the internet.",
    "Give an address at one of these hosts, or ask the hub's operator to add yours.",
  ]);
});

it("names the address, without what may be secret in it", () => {
  expect(messages("http://sundsvall:secret@example.org:81/graphql?key=secret")).toEqual([
    "http://example.org:81/graphql: The address must begin with https://.",
    "http://example.org:81/graphql: The address must not hold a user name or password.",
  ]);
  for (const text of ["sundsvall:secret@example.org", "secret"]) expect(messages(text).join()).not.toContain("secret");
});

it("says the rule as it is where the hub may ask its own machine", () => {
  expect(routingUrlFindings("http://example.org", { loopback: true })).toMatchObject([
    {
      message: "http://example.org/: The address must begin with https://, or with http:// on this machine.",
      remedy: "Give an address with https, or http on this machine.",
    },
  ]);
});
