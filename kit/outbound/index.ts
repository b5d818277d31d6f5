export { createOutboundAgent, ForbiddenAddressError, type OutboundOptions } from "./agent";
export { checkRoutingUrl, type RoutingUrlRules } from "./routing-url";
