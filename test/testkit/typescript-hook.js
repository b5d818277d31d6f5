// Lets a child process run the project's TypeScript as it stands: node --require ./typescript-hook.js file.ts
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { threadId } = require("node:worker_threads");

const options = {
  sourceMaps: "inline",
  module: { type: "commonjs" },
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
};

// What was compiled is kept: tests start many processes and threads, and each would compile the same sources anew.
const folder = join(tmpdir(), `kommungraf-compiled-${process.getuid?.() ?? "all"}`);
const isOurs = mayUse(folder);
const kind = `${require("@swc/core/package.json").version} ${JSON.stringify(options)}`;

/** What is in the folder is run, so nobody else may write to it. */
function mayUse(path) {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(path);
    return uid === process.getuid?.() && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}

function compiled(filename) {
  const source = readFileSync(filename, "utf8");
  if (!isOurs) return compile(source, filename);
  const name = createHash("sha256").update(`${kind}\n${filename}\n${source}`).digest("hex");
  const path = join(folder, `${name}.js`);
  try {
    return readFileSync(path, "utf8");
  } catch {
    const code = compile(source, filename);
    keep(path, code);
    return code;
  }
}

/** The compiler is large, and seldom needed. */
function compile(source, filename) {
  return require("@swc/core").transformSync(source, { ...options, filename }).code;
}

/** Whole or not at all, since others read and write the same file meanwhile. */
function keep(path, code) {
  const half = `${path}.${process.pid}.${threadId}`;
  try {
    writeFileSync(half, code);
    renameSync(half, path);
  } catch {
    // It runs as well without.
  }
}

Module._extensions[".ts"] = (module, filename) => module._compile(compiled(filename), filename);

// Threads that the process starts need the hook too (kit/worker-thread.ts).
globalThis[Symbol.for("kommungraf.source-hook")] = __filename;
