// Lets a child process run the project's TypeScript as it stands: node --require ./typescript-hook.js file.ts
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { transformSync } = require("@swc/core");

Module._extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    sourceMaps: "inline",
    module: { type: "commonjs" },
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  });
  module._compile(code, filename);
};

// Threads that the process starts need the hook too (kit/worker-thread.ts).
globalThis[Symbol.for("kommungraf.source-hook")] = __filename;
