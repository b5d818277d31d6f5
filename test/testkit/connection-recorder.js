// Preloaded into a child process: writes every connection and name lookup that it makes to the file RECORD_FILE.
const { appendFileSync } = require("node:fs");
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

// An address that is already a number is looked up nowhere.
const record = (kind, what) =>
  kind === "dns" && net.isIP(what) !== 0
    ? undefined
    : appendFileSync(process.env.RECORD_FILE, `${JSON.stringify({ kind, what })}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function recorded(...given) {
  const [options] = net._normalizeArgs(Array.isArray(given[0]) ? given[0] : given);
  record("connect", options.path ?? `${options.host ?? "localhost"}:${options.port}`);
  return connect.apply(this, given);
};

for (const name of Object.keys(dns).filter((key) => /^(lookup|resolve|reverse)/.test(key))) {
  const original = dns[name];
  dns[name] = (...given) => {
    record("dns", String(given[0]));
    return original.apply(dns, given);
  };
  if (typeof dns.promises[name] === "function") {
    const promised = dns.promises[name];
    dns.promises[name] = (...given) => {
      record("dns", String(given[0]));
      return promised.apply(dns.promises, given);
    };
  }
}

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function recorded(...given) {
  record("udp", String(given.find((argument) => typeof argument === "string") ?? ""));
  return send.apply(this, given);
};
