/** Why an owner may not use a directive, as the end of a sentence. */
export const reasonsAgainst: ReadonlyMap<string, string> = new Map([
  ["override", "it would take a field over from the one who has it."],
  ["interfaceObject", "it would add fields to types that are not yours."],
  ["requires", "it would make the hub fetch others' fields whenever yours is asked for."],
  ["provides", "it would answer for fields that are not yours."],
  ["tag", "the hub has one public schema and sorts it by nothing."],
  ["authenticated", "who may ask for what is the hub's to say."],
  ["requiresScopes", "who may ask for what is the hub's to say."],
  ["policy", "who may ask for what is the hub's to say."],
  ["context", "it would hand values on to other fields behind the client's back."],
  ["fromContext", "it would take values from other fields behind the client's back."],
  ["cacheTag", "the hub decides itself what is kept, and for how long."],
  ["cost", "the hub reckons itself what a field costs."],
  ["listSize", "the hub reckons itself how long a list may be."],
  ["composeDirective", "it would put directives of your own into everybody's schema."],
  ["oneOf", "the hub cannot hold clients to it."],
  ["core", "it is from an older version of federation; @link has taken its place."],
]);
