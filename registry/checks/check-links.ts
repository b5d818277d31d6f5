import { type ArgumentNode, type ConstDirectiveNode, type DocumentNode, Kind, visit } from "graphql";
import type { Finding } from "../findings";
import { NEWEST_FEDERATION } from "./federation";
import { findingAt, short } from "./finding";

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v(\d{1,4})\.(\d{1,4})$/;
/** Some libraries print the link to the specification of @link itself; it says nothing. */
const LINK_ITSELF = "https://specs.apollo.dev/link/v1.0";
/** Directives that an owner may use. */
const IMPORTED = ["@key", "@shareable", "@inaccessible"];
/** The same, which few need: they were Federation 1's. */
const IMPORTED_WHERE_USED = ["@external", "@extends"];

/** Every @link of a schema. */
export function linksOf(document: DocumentNode): ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === "link")
      : [],
  );
}

/** Names that the schema's @link to federation imports, as it writes them: `@key`, `FieldSet`. */
export function importsOf(document: DocumentNode): ReadonlySet<string> {
  const items = linksOf(document).flatMap((link) => {
    const given = argument(link, "import")?.value;
    if (!given) return [];
    return given.kind === Kind.LIST ? given.values : [given];
  });
  return new Set(items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : [])));
}

/** A schema must link Apollo Federation 2, once, under federation's own names, and nothing else. */
export function checkLinks(document: DocumentNode): Finding[] {
  const links = linksOf(document);
  const federation = links.filter(isToFederation);
  const missing = federation.length === 0 ? [federationMissing(document)] : [];
  const again = federation
    .slice(1)
    .map((link) => refusal(link, "Apollo Federation is linked twice.", "Keep one @link."));
  return [...missing, ...again, ...links.flatMap((link) => checkLink(link, document))];
}

/** Whether the schema has a @link to federation, of whatever version. */
export const isFederationLinked = (document: DocumentNode) => linksOf(document).some(isToFederation);

const isToFederation = (link: ConstDirectiveNode) => /\/federation\//.test(urlOf(link) ?? "");

function checkLink(link: ConstDirectiveNode, document: DocumentNode): Finding[] {
  const url = urlOf(link);
  const version = FEDERATION.exec(url ?? "");
  if (!version && url !== LINK_ITSELF) {
    if (url?.startsWith("https://specs.apollo.dev/federation/")) return [versionFinding(link, url, document)];
    return [
      refusal(
        link,
        `@link brings in ${short(url ?? "something without an address")}, which the hub does not know.`,
        "Take this @link away: only Apollo Federation may be linked.",
      ),
    ];
  }
  const [, major, minor] = version ?? [];
  const isKnown = !version || (major === "2" && Number(minor) <= NEWEST_FEDERATION);
  return [...(isKnown ? [] : [versionFinding(link, url ?? "", document)]), ...otherNames(link, version !== null)];
}

/** Names other than federation's own would let one directive pass for another. */
function otherNames(link: ConstDirectiveNode, isFederation: boolean): Finding[] {
  return (link.arguments ?? []).flatMap((given) => {
    const { name, value } = given;
    if (name.value === "url") return [];
    if (name.value === "as" && value.kind === Kind.STRING && value.value === (isFederation ? "federation" : "link")) {
      return [];
    }
    if (name.value !== "import" || !isFederation) {
      const remedy = `Take ${short(name.value)} away from the @link.`;
      return [refusal(given, `@link is given ${short(name.value)}, which an owner's subgraph may not use.`, remedy)];
    }
    return (value.kind === Kind.LIST ? value.values : [value])
      .filter((item) => item.kind !== Kind.STRING)
      .map((item) =>
        refusal(
          item,
          "@link imports something under another name.",
          'Import names as they are, such as import: ["@key", "@shareable"].',
        ),
      );
  });
}

function federationMissing(document: DocumentNode): Finding {
  return findingAt(document.definitions[0], "FEDERATION_MISSING", {
    message: "The schema does not say which version of Apollo Federation it is written for.",
    remedy: `Add this line: ${lineFor(document)}`,
  });
}

function versionFinding(link: ConstDirectiveNode, url: string, document: DocumentNode): Finding {
  return findingAt(link, "FEDERATION_VERSION", {
    message: `The hub does not know ${short(url)}; it knows https://specs.apollo.dev/federation/v2.0 to v2.${NEWEST_FEDERATION}.`,
    remedy: `Write it so: ${lineFor(document)}`,
  });
}

/** The @link to write, with all that the schema uses and may use. */
function lineFor(document: DocumentNode): string {
  const used = new Set<string>();
  visit(document, { Directive: ({ name }) => void used.add(`@${name.value}`) });
  const names = [...IMPORTED, ...IMPORTED_WHERE_USED.filter((name) => used.has(name))];
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names.map((name) => `"${name}"`).join(", ")}])`;
}

const refusal = (node: ConstDirectiveNode | ArgumentNode | ArgumentNode["value"], message: string, remedy: string) =>
  findingAt(node, "LINK_REFUSED", { message, remedy });

const argument = (link: ConstDirectiveNode, name: string) =>
  link.arguments?.find((candidate) => candidate.name.value === name);

function urlOf(link: ConstDirectiveNode): string | undefined {
  const value = argument(link, "url")?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
