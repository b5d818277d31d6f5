/** Types that federation's libraries print, as GraphQL writes them; composing leaves them out. */
export const federationTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["_Any", ["scalar _Any"]],
  ["_Entity", ["union _Entity"]],
  ["_Service", ["type _Service { sdl: String }", "type _Service { sdl: String! }"]],
  ["FieldSet", ["scalar FieldSet"]],
  ["federation__FieldSet", ["scalar federation__FieldSet"]],
  ["federation__Scope", ["scalar federation__Scope"]],
  ["federation__Policy", ["scalar federation__Policy"]],
  ["federation__ContextFieldValue", ["scalar federation__ContextFieldValue"]],
  ["link__Import", ["scalar link__Import"]],
  ["link__Purpose", ["enum link__Purpose { SECURITY EXECUTION }", "enum link__Purpose { EXECUTION SECURITY }"]],
]);

/** Fields of Query that federation's libraries print. */
export const federationFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["_service", ["_service: _Service!", "_service: _Service"]],
  [
    "_entities",
    ["_entities(representations: [_Any!]!): [_Entity]!", "_entities(representations: [_Any!]!): [_Entity]"],
  ],
]);
