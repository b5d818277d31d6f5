// Ends the process as kill -9 does, right before or after the file renames that KILL_AT_RENAME counts: 1.5 is after the first.
const fs = require("node:fs/promises");

const { rename } = fs;
const at = Number(process.env.KILL_AT_RENAME);
let renames = 0;

fs.rename = async (...args) => {
  renames += 1;
  if (renames === at) process.kill(process.pid, "SIGKILL");
  await rename(...args);
  if (renames + 0.5 === at) process.kill(process.pid, "SIGKILL");
};
