import { z } from "zod";
import type { TrustedIssuer } from "../kit/access";
import { ConfigError } from "../kit/config";
import { isLoopbackHost } from "../kit/hub-variables";

export const developmentIssuerVariables = {
  DEVELOPMENT_ISSUER: z.enum(["on", "off"], { error: "must be on or off" }).optional(),
  NODE_ENV: z.string().optional(),
};

interface Read {
  readonly HOST: string;
  readonly OAUTH_ISSUERS?: readonly TrustedIssuer[] | undefined;
  readonly DEVELOPMENT_ISSUER?: "on" | "off" | undefined;
  readonly NODE_ENV?: string | undefined;
}

/**
 * Whether the issuer for development runs: by itself where nobody but who is at the machine reaches the hub and no other
 * issuer is set up. Its clients' keys lie beside it, so it knows nobody for sure.
 * @throws ConfigError when it is asked for in production
 */
export function isDevelopmentIssuerOn({ HOST, OAUTH_ISSUERS, DEVELOPMENT_ISSUER, NODE_ENV }: Read): boolean {
  const isProduction = NODE_ENV === "production";
  if (DEVELOPMENT_ISSUER === "on" && isProduction) {
    throw new ConfigError([
      "DEVELOPMENT_ISSUER: must not be on where NODE_ENV is production; name real issuers in OAUTH_ISSUERS",
    ]);
  }
  if (DEVELOPMENT_ISSUER !== undefined) return DEVELOPMENT_ISSUER === "on";
  return isLoopbackHost(HOST) && !isProduction && OAUTH_ISSUERS === undefined;
}
