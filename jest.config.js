/** Tests run from source through SWC; one PostgreSQL cluster serves the whole run (see test/testkit/README.md). */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>"],
  testMatch: ["**/*.test.ts", "**/*.e2e.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/.data/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.data/"],
  // Dependencies that ship as ES modules only.
  transform: {
    "^.+\\.ts$": "@swc/jest",
    "/node_modules/(sql-template-tag|jose|hyparquet|hyparquet-writer|@hpcc-js/wasm-zstd)/.+\\.js$": "@swc/jest",
  },
  transformIgnorePatterns: ["/node_modules/(?!(sql-template-tag|jose|hyparquet|hyparquet-writer|@hpcc-js/wasm-zstd)/)"],
  setupFiles: ["<rootDir>/test/testkit/source-hook.js"],
  globalSetup: "<rootDir>/test/testkit/global-setup.ts",
  globalTeardown: "<rootDir>/test/testkit/global-teardown.ts",
  // Much of a test is waiting for PostgreSQL and for processes of its own, so every processor may have one.
  maxWorkers: "100%",
  testTimeout: 60_000,
};
