/**
 * The gateway library reports usage and looks up cloud metadata unless this is set before a gateway is made.
 * It is set here whatever the environment says: the hub calls nobody but its subgraphs.
 */
export function quietTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = "true";
}
