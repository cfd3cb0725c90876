import { paths } from "@goldseam/sync";
import type { FastifyInstance } from "fastify";
import { AppFiles } from "../app-files.ts";
import type { ServerConfig } from "../config.ts";
import { clearedCookie } from "../sessions.ts";
import { apiHeaders, refuse, sendJson } from "./answers.ts";

/** Serves the built app, the way out of it, and word that this server is up. */
export function servePages(
  app: FastifyInstance,
  { directory, leaveTo }: ServerConfig["app"],
  endSessionOf: (cookie: string | undefined) => Promise<void>,
): void {
  app.get(paths.health, (_request, reply) => sendJson(reply, 200, '{"ok":true}'));

  // Exit: works without script, whatever the state of everything else, and leaves what the browser holds.
  app.get("/leave", async (request, reply) => {
    await endSessionOf(request.headers.cookie);
    return reply
      .headers(apiHeaders)
      .header("set-cookie", clearedCookie)
      .header("referrer-policy", "no-referrer")
      .redirect(leaveTo, 303);
  });

  const files = new AppFiles(directory);
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const { "accept-encoding": acceptEncoding, "if-none-match": ifNoneMatch } = request.headers;
    const found = isRead
      ? files.answer(request.url.split("?")[0]!, {
          acceptEncoding: String(acceptEncoding ?? ""),
          ifNoneMatch,
        })
      : null;
    // A person who typed an address that is none reads the first page, with its Exit, and not a word for programs.
    const isPerson = isRead && String(request.headers.accept ?? "").includes("text/html");
    if (found === null && isPerson && directory !== null)
      return reply.code(303).header("location", "/").send();
    if (found === null) return refuse(reply, { type: "NotFound" });
    return reply.code(found.status).headers(found.headers).send(found.body);
  });
}
