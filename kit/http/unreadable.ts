import type { Socket } from "node:net";
import type { ErrorCode } from "../errors";

interface Answer {
  status: string;
  code: ErrorCode;
  message: string;
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: {
    status: "431 Request Header Fields Too Large",
    code: "PAYLOAD_TOO_LARGE",
    message: "The address and headers are too long.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: "408 Request Timeout",
    code: "REQUEST_TIMEOUT",
    message: "The request did not arrive in time.",
  },
};

const OTHERWISE: Answer = { status: "400 Bad Request", code: "BAD_REQUEST", message: "This is not an HTTP request." };

/** What Node's parser cannot read never becomes a request; its answer has the same shape all the same. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const { status, code, message } = ANSWERS[error.code ?? ""] ?? OTHERWISE;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
