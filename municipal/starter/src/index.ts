import { readConfig } from "./config.js";
import { municipality } from "./municipality.js";
import { startSubgraph } from "./subgraph.js";

const config = readConfig();
const service = await startSubgraph(config);
console.log(`${municipality.name}: the subgraph answers at ${service.url}`);
console.log(
  config.hubUrl === undefined
    ? "HUB_URL is not set: tokens are NOT checked, anybody who reaches this address may ask."
    : `Only ${config.hubUrl} may ask.`,
);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // A second signal does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    void service.stop().then(() => process.exit(0));
  });
}
