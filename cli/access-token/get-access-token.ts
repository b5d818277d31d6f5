import { existsSync } from "node:fs";
import { clientKeyFile } from "../../issuer";
import { type Role, roles, SCOPE_PREFIX } from "../../kit/access";
import { readConfig } from "../../kit/config";
import { hubVariables } from "../../kit/hub-variables";
import { printable } from "../compare/printable";
import { developmentClientOf, developmentClients, developmentIssuerFolder } from "../development-clients";
import { type ExitCode, exitCodes, wrongUse } from "../registry/failure";
import { readHubSettings } from "../registry/settings";
import { findTokenEndpoint, readProtectedResource } from "./find-issuer";
import { type ClientKey, readKey } from "./read-key";
import { requestToken } from "./request-token";

export interface AccessTokenOptions {
  readonly role?: string;
  readonly hub?: string;
  readonly issuer?: string;
  readonly clientId?: string;
  readonly key?: string;
}

/** Writes an access token alone to the standard output, so that a script can take it. */
export async function getAccessToken(owner: string, options: AccessTokenOptions): Promise<ExitCode> {
  const scope = scopeOf(options.role);
  const { clientId, key } = await clientOf(owner, options);
  const { url } = readHubSettings({ hub: options.hub });
  const { resource, authorization_servers: issuers } = await readProtectedResource(url);
  // The development issuer comes after those that are set up.
  const issuer = options.issuer ?? issuers.at(options.key === undefined ? -1 : 0) ?? "";
  const tokenEndpoint = await findTokenEndpoint(issuer);
  const token = await requestToken({ issuer, tokenEndpoint, clientId, key, scope, resource });
  process.stdout.write(`${printable(token)}\n`);
  return exitCodes.done;
}

function scopeOf(role: string | undefined): string | undefined {
  if (role === undefined) return undefined;
  if (roles.includes(role as Role)) return `${SCOPE_PREFIX}${role}`;
  throw wrongUse(`--role: "${role}" is no role; it is one of ${roles.join(", ")}.`);
}

/** Who asks, and with what key: as the flags say, else a client of the development issuer. */
async function clientOf(
  owner: string,
  { clientId, key, issuer }: AccessTokenOptions,
): Promise<{ clientId: string; key: ClientKey }> {
  if (clientId !== undefined && key !== undefined) return { clientId, key: await readKey(key) };
  if (clientId !== undefined || key !== undefined || issuer !== undefined) {
    throw wrongUse("With an issuer of your own give --client-id and --key together.");
  }
  const known = developmentClients.find((client) => client.owner === owner);
  if (!known) {
    const owners = developmentClients.map((client) => client.owner).join(", ");
    throw wrongUse(`The development issuer has no client for "${owner}"; it has ${owners}.`);
  }
  const { DATA_DIRECTORY } = readConfig(hubVariables);
  const file = clientKeyFile(developmentIssuerFolder(DATA_DIRECTORY), developmentClientOf(owner));
  if (existsSync(file)) return { clientId: known.id, key: await readKey(file) };
  throw wrongUse(
    `There is no key at ${file}. The hub makes it when it starts with its development issuer (npm start); name the hub's folder with DATA_DIRECTORY.`,
  );
}
