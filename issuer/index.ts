export type { DevelopmentClient } from "./client";
export { createDevelopmentIssuer, type DevelopmentIssuer, type DevelopmentIssuerOptions } from "./development-issuer";
export { clientKeyFile } from "./key-files";
