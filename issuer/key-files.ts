import { join } from "node:path";

/** Where the issuer's own keys are. */
export const issuerKeysFile = (folder: string) => join(folder, "signing-keys.json");

/** Where a client's private key is, which in development lies beside the issuer that knows its public part. */
export const clientKeyFile = (folder: string, clientId: string) => join(folder, "clients", `${clientId}.json`);
