// Tests run from source: threads that they start need the hook (kit/worker-thread.ts).
globalThis[Symbol.for("kommungraf.source-hook")] = require.resolve("./typescript-hook.js");
