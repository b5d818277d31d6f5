/**
 * Everything that a check can find in a subgraph. Codes are stable: a municipality's tools may switch on them.
 * `docs/findings.md` is made from this table.
 */
export const findingCatalogue = {
  // The text.
  TOO_LARGE: "The schema has more bytes than a subgraph may have. Publish less, or shorten descriptions.",
  TOO_MANY_TOKENS: "The schema has more words and signs than a subgraph may have. Publish fewer types and fields.",
  TOO_DEEP: "Brackets stand within brackets deeper than any schema needs. Write list types and default values flatter.",
  TOO_MANY_TYPES: "The schema declares more types than a subgraph may have. Publish fewer types.",
  TOO_MANY_FIELDS: "The schema declares more fields, arguments and values than a subgraph may have. Publish fewer.",
  SYNTAX: "The schema is not GraphQL. Mend it at the place that is named.",
  CONTROL_CHARACTER:
    "The schema holds a character that no text has, such as U+0000, or that cannot be seen. Take it away.",
  NOT_A_SCHEMA: "An operation or a fragment stands in the schema. Send definitions of types only.",
  FEDERATION_MISSING:
    "The schema does not say its version of Apollo Federation. Add the line with @link that is named.",
  FEDERATION_VERSION: "The hub does not know that version of Apollo Federation. Name one from v2.0 to v2.14.",
  LINK_REFUSED: "@link brings in something other than Apollo Federation under its own names. Take that part away.",

  // Names.
  RESERVED_NAME: "The name is of a kind that GraphQL, federation or the gateway keeps to itself. Choose another.",
  NAME_NOT_OWN: "The name does not begin with the owner's. Put the owner's name before it.",
  NAME_OF_OTHER_OWNER: "The name begins with that of another owner. Put your own name before it.",
  NAME_OF_HUB: "The hub itself has a type or a field of that name. Choose one that begins with your own.",

  // The hub's types that an owner may add to.
  ENTITY_KIND:
    "A type of the hub's is declared as another kind, or with interfaces. Declare it as a plain object type.",
  ENTITY_KEY: "A type of the hub's must have the hub's @key, once and nothing else. Write the @key that is named.",
  ENTITY_KEY_FIELD: "The key field must be declared once, just as the hub has it. Write the field that is named.",
  FIELD_NOT_NULLABLE:
    "A field beside the hub's own must be able to be null, or your faults would take the hub's answer with them. Take the last ! away.",
  ROOT_TYPE: "Only Query may be published: the hub has no mutations or subscriptions. Take the other root type away.",
  DESCRIPTION_OF_HUB: "A description stands on something that the hub describes. Take the description away.",
  HUB_SCALAR: "A scalar of the hub's may only be declared bare. Write it without directives, or leave it out.",
  NOTHING_PUBLISHED: "The schema has no field of the owner's on Query or on a type of the hub's. Add one.",

  // What types are made of.
  REFERENCE_TO_HUB:
    "A type of the hub's is used that only the hub can answer for. Use an open type, or one of your own.",
  REFERENCE_TO_OTHER_OWNER: "A type of another owner's is used. Use a type of your own.",
  UNDECLARED_TYPE: "A type is used that the schema does not declare. Declare it, or mend its name.",
  MEMBER_NOT_OWN:
    "A union or interface of yours takes in a type that is not yours. Wrap it in an object type of your own.",
  DECLARED_TWICE: "The same name is declared twice. Keep one.",

  // What gateways must keep in memory.
  TOO_MANY_ON_TYPE:
    "More fields are added to one of the hub's types than an owner may add. Put them into a type of your own, and add one field that leads to it.",
  TOO_MANY_REFERENCES:
    "More fields lead to the hub's types than an owner may have. Put the reference into one type of your own that the others share.",
  TOO_INTERWOVEN:
    "Too many fields lead to types with many fields, or unions and interfaces have too many types. Split large types, and lead to them from fewer fields.",

  // Directives.
  DIRECTIVE_REFUSED: "The directive is not allowed in an owner's subgraph. Take it away.",
  DIRECTIVE_PLACE: "The directive is allowed, but not there. Take it away from that place.",
  NOT_IMPORTED: "The directive is federation's but the @link does not import it. Add it to the import.",
  SPECIFIED_BY: "@specifiedBy must give an address that begins with https://. Mend it, or take the directive away.",
  OWN_DIRECTIVE: "The schema defines a directive of its own. Take its definition and its uses away.",
  FEDERATION_DEFINITION: "A definition bears one of federation's names but is not federation's. Leave it out.",

  NO_DESCRIPTION: "Types or fields have no description, so nobody else can tell what they mean. Describe them.",
  MORE_FINDINGS: "There are more findings than are listed. Mend these and check again.",

  // The whole graph.
  COMPOSITION: "The subgraph does not fit together with the hub's. Mend what the message names.",
  COMPOSITION_TOO_HEAVY: "Fitting the subgraph together took too much time or memory. Publish fewer types and fields.",
  REACHES_OTHERS: "With the subgraph something would change that is not the owner's. Take away what causes it.",
  BREAKING_IN_USE:
    "A change would break an operation that somebody has sent of late. Keep what is used, and deprecate it first.",
  BREAKING_UNUSED:
    "A change would break operations, but none that anybody has sent of late. Go on, or keep what there was.",
  DANGEROUS: "A change breaks no operation but may surprise a client. Tell those who use it.",

  // The service behind it.
  ROUTING_URL: "The address of the service is not one that the hub may call. Give one that fits the message.",
  PROBE_UNREACHABLE: "The service did not answer at its address. See that it runs and that the hub can reach it.",
  PROBE_REFUSED:
    "The service refuses the hub's question, or sends it to another address. Let the hub in by its token, and give the address that answers itself.",
  PROBE_TIMEOUT: "The service took too long to answer. Make it quicker, or wake it before you publish.",
  PROBE_TOO_LARGE: "The service answered with more than the hub reads. Answer only what is asked.",
  PROBE_NOT_FEDERATION: "The service does not answer as a federation subgraph. Serve _service and _entities.",
  PROBE_SDL_DIFFERS:
    "The service runs another schema than the one sent. Deploy what is new before you publish it; what goes away, take out after.",
  PROBE_ENTITIES: "The service does not answer for the hub's types as it must. Mend how it resolves references.",
  PROBE_UNKNOWN_ID:
    "The service fails when it is asked for an id that it does not know. Answer null, or an object whose own fields are null.",
  PROBE_UNSIGNED:
    "The service answers also those who do not show the hub's token. Check the token if the data is not for all.",
} as const satisfies Record<string, string>;

export type FindingCode = keyof typeof findingCatalogue;

/** An error keeps a subgraph from being published; a warning does not. */
export type Severity = "ERROR" | "WARNING";

/** One thing that is wrong with a subgraph, with its place and what to do. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One sentence that says what is wrong. */
  readonly message: string;
  /** One sentence that says what to do. */
  readonly remedy: string;
  /** Where in the schema, such as Area.sundsvall; absent when it is about the whole. */
  readonly coordinate?: string;
  /** Counted from 1, in the schema as it was sent. */
  readonly line?: number;
  readonly column?: number;
}
