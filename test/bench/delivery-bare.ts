/**
 * The least that durable delivery takes: an HTTP server that checks one signature, stores one row with its own wait for
 * the disk, passes the bytes on over a WebSocket and answers. What delivery.bench.ts compares with.
 *
 * Run: `node test/bench/delivery-bare.ts FILE`, by the bench alone. Says its address.
 */
import { generateKeyPairSync, randomBytes, sign, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { type WebSocket, WebSocketServer } from "ws";

const database = new DatabaseSync(process.argv[2]!);
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
database.exec("CREATE TABLE items (item_key INTEGER PRIMARY KEY, item BLOB NOT NULL) STRICT");
const insert = database.prepare("INSERT INTO items (item) VALUES (?)");

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const message = randomBytes(193);
const signature = sign(null, message, privateKey);

const lines = new Map<string, WebSocket>();
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    verify(null, message, publicKey, signature);
    insert.run(body.subarray(36));
    lines.get(body.toString("latin1", 0, 32))?.send(body);
    response.writeHead(200, { "content-type": "application/json" }).end('{"items":[]}');
  });
});
new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (line) => {
  line.on("message", (room: Buffer) => lines.set(room.toString("latin1"), line));
});
server.listen(0, "127.0.0.1", () =>
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
