import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { projectRoot } from "../../kit/project-root";
import { landingHtml } from "./html";

interface Asset {
  /** The address; it holds the content's hash, so that it can be kept for ever. */
  path: string;
  type: string;
  content: Buffer;
  etag: string;
}

export interface LandingPage {
  answer(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  routes(app: FastifyInstance): void;
}

const FOLDER = join(projectRoot, "gateway", "landing");

const packaged = (name: string) => join(projectRoot, "node_modules", name);

/** Scripts and styles come from here alone; style attributes are how the editor places its lines. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const compress = promisify(gzip);

/** GraphiQL with ready examples, from files of our own: read once, no address outside the hub. */
export function createLandingPage(): LandingPage {
  const assets = {
    react: readAsset(packaged("react/umd/react.production.min.js"), "react.js", "text/javascript"),
    reactDom: readAsset(packaged("react-dom/umd/react-dom.production.min.js"), "react-dom.js", "text/javascript"),
    graphiql: readAsset(packaged("graphiql/graphiql.min.js"), "graphiql.js", "text/javascript"),
    graphiqlStyle: readAsset(packaged("graphiql/graphiql.min.css"), "graphiql.css", "text/css"),
    style: readAsset(join(FOLDER, "landing.css"), "landing.css", "text/css"),
    boot: readAsset(join(FOLDER, "boot.js"), "boot.js", "text/javascript"),
    examples: makeAsset(Buffer.from(JSON.stringify(readExamples())), "examples.json", "application/json"),
  };
  const html = landingHtml({
    styles: [assets.graphiqlStyle.path, assets.style.path],
    scripts: [assets.react.path, assets.reactDom.path, assets.graphiql.path, assets.boot.path],
    examples: assets.examples.path,
  });
  const page = (reply: FastifyReply) =>
    reply
      .header("content-security-policy", POLICY)
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(html);

  return {
    answer: (_request, reply) => page(reply),
    routes(app) {
      app.get("/", (_request, reply) => page(reply));
      for (const asset of Object.values(assets)) serve(app, asset);
    },
  };
}

function serve(app: FastifyInstance, asset: Asset): void {
  let small: Promise<Buffer> | undefined;
  app.get(asset.path, async (request, reply) => {
    reply
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("etag", asset.etag)
      .header("vary", "accept-encoding");
    if (request.headers["if-none-match"] === asset.etag) return reply.code(304).send();
    reply.type(`${asset.type}; charset=utf-8`);
    if (!/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))) return reply.send(asset.content);
    small ??= compress(asset.content);
    return reply.header("content-encoding", "gzip").send(await small);
  });
}

function readAsset(file: string, name: string, type: string): Asset {
  return makeAsset(readFileSync(file), name, type);
}

function makeAsset(content: Buffer, name: string, type: string): Asset {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const [stem, extension] = name.split(/\.(?=[^.]+$)/);
  return { path: `/assets/${stem}.${hash}.${extension}`, type, content, etag: `"${hash}"` };
}

/** The example queries by file name, which begins with the kind of user they are for. */
export function readExamples(): { name: string; query: string }[] {
  const folder = join(FOLDER, "examples");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b))
    .map((file) => ({ name: file.replace(/\.graphql$/, ""), query: readFileSync(join(folder, file), "utf8") }));
}

/** Analysts come first: they are most. The user stands first in the file's name. */
function rankOf(file: string): number {
  return ["analyst", "municipality", "agency"].findIndex((user) => file.startsWith(user));
}
