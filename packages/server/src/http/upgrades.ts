import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type ApiError, limits } from "@goldseam/sync";
import { WebSocketServer } from "ws";
import { statusByError } from "../errors.ts";
import type { LiveHub } from "../live.ts";
import type { Gate } from "./gate.ts";

/** Makes live lines of those that the gate lets pass. `answered` is told of each. */
export function takeUpgrades(
  server: Server,
  gate: Gate,
  live: LiveHub,
  answered: (status: number, refused: ApiError["type"] | undefined) => void,
): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.liveUpBytesMax,
    perMessageDeflate: false,
    clientTracking: false,
    // A device sends whole messages, and no pings: pongs would queue for one that does not read.
    maxFragments: 1,
    maxBufferedChunks: 64,
    autoPong: false,
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    gate.upgrade(request, live).then(
      (passed) => {
        const refused = passed.ok ? undefined : passed.error.type;
        answered(refused === undefined ? 101 : statusByError[refused], refused);
        if (!passed.ok) return refuseUpgrade(socket, passed.error);
        sockets.handleUpgrade(request, socket, head, (line) => live.open(line, passed.value));
      },
      () => refuseUpgrade(socket, { type: "Broken" }),
    );
  });
}

function refuseUpgrade(socket: Duplex, error: ApiError): void {
  const body = JSON.stringify({ error });
  socket.end(
    `HTTP/1.1 ${statusByError[error.type]} Refused\r\nconnection: close\r\ncache-control: no-store\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    // The other side may never close its half, and nothing else watches this socket any more.
    () => socket.destroy(),
  );
}
