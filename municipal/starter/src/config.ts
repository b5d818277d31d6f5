import { existsSync } from "node:fs";

export interface Config {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The hub that may ask, without a slash at the end; undefined lets everybody ask. */
  readonly hubUrl: string | undefined;
}

/** Reads the environment, and the file .env where there is one. Throws an Error that names what is wrong. */
export function readConfig(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { HOST, PORT, HUB_URL } = process.env;
  const port = Number(PORT || 4101);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be 0 to 65535, not ${PORT}`);
  if (HUB_URL && !/^https?:\/\/[^/?#\s]+\/?$/.test(HUB_URL)) {
    throw new Error(`HUB_URL must be an address without path, such as https://hub.example, not ${HUB_URL}`);
  }
  return { host: HOST || "127.0.0.1", port, hubUrl: HUB_URL?.replace(/\/$/, "") || undefined };
}
