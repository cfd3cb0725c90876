import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { pushPayload } from "../packages/server/src/reminders/push.ts";
import { reminderText } from "../packages/server/src/reminders/reminder-text.ts";

/**
 * Everything that somebody beside the person may see: on a locked screen, in a mailbox, in a tab, in a list of apps.
 *
 * What is not on these lists must not get there. Add nothing that says more (docs/safety.md, DV.1, DV.11).
 */
const allowed = {
  sentences: ["You have a reminder."],
  appNames: ["Notes"],
  titles: ["Today", "Together", "Notes", "Draft", "Reading", "Session", "Report"],
  icons: ["/icon.svg", "/icon-192.png", "/icon-512.png"],
};

const web = path.join(import.meta.dirname, "../packages/web");
const read = (file: string): string => readFileSync(path.join(web, file), "utf8");
const words = JSON.parse(read("src/reminders/words/en.json")) as Record<string, string>;

/** A service worker as the build writes it, run with a `self` of the test's own. */
class Worker {
  readonly listeners = new Map<string, (event: object) => void>();
  readonly shown: { title: string; options: Record<string, unknown> }[] = [];
  readonly opened: string[] = [];
  windows: { focus(): Promise<void> }[] = [];

  constructor(source: string) {
    const self = {
      addEventListener: (name: string, act: (event: object) => void) => this.listeners.set(name, act),
      registration: {
        showNotification: async (title: string, options: Record<string, unknown>) =>
          void this.shown.push({ title, options }),
      },
      clients: {
        matchAll: async () => this.windows,
        openWindow: async (address: string) => void this.opened.push(address),
      },
    };
    vm.runInNewContext(source, { self, caches: {}, location: {}, Response, URL, fetch, setTimeout });
  }

  async tell(name: string, event: object = {}): Promise<void> {
    const waits: Promise<unknown>[] = [];
    this.listeners.get(name)!({ ...event, waitUntil: (wait: Promise<unknown>) => waits.push(wait) });
    await Promise.all(waits);
  }
}

let worker: Worker;
beforeAll(() => {
  const { appName: title, text: body } = words;
  const source = read("src/service-worker.js");
  expect(source).toContain("{} /* __NOTICE__ */");
  worker = new Worker(source.replace("{} /* __NOTICE__ */", JSON.stringify({ title, body })));
});

test("[T2] every sentence that leaves the server is on the list, and the page shows the very one", () => {
  expect(allowed.sentences).toContain(reminderText);
  expect(Buffer.from(pushPayload).toString()).toBe(reminderText);
  expect(words.text).toBe(reminderText);
  expect(allowed.appNames).toContain(words.appName);
});

test("[T2] a notification says the one line, whatever the push carries", async () => {
  const secrets = [undefined, "", "Ben wrote: where were you?", '{"title":"Ben","body":"7 new"}'];
  for (const secret of secrets) {
    const data = secret === undefined ? null : { text: () => secret, json: () => JSON.parse(secret) };
    await worker.tell("push", { data });
  }
  expect(worker.shown).toHaveLength(secrets.length);
  for (const { title, options } of worker.shown) {
    expect(allowed.appNames).toContain(title);
    expect(options).toEqual({ body: reminderText, icon: "/icon-192.png", tag: "reminder" });
    expect(allowed.icons).toContain(options.icon);
  }
});

test("[T2] a tap on it brings the app to the front as it stands, or opens Today", async () => {
  let [closed, focused] = [0, 0];
  const close = () => {
    closed += 1;
  };
  const focus = async () => {
    focused += 1;
  };
  const notification = { close };
  await worker.tell("notificationclick", { notification });
  expect([worker.opened, closed]).toEqual([["/today"], 1]);
  worker.windows = [{ focus }];
  await worker.tell("notificationclick", { notification });
  expect([focused, worker.opened]).toEqual([1, ["/today"]]);
});

test("[T2] titles, the installed app's name and its icons are on the list", () => {
  const titles = [...read("src/routes.ts").matchAll(/title: "([^"]*)"/g)].map(([, title]) => title!);
  expect(titles.length).toBeGreaterThan(30);
  expect(titles.filter((title) => !allowed.titles.includes(title))).toEqual([]);
  const { name, short_name: shortName, icons } = JSON.parse(read("public/manifest.webmanifest"));
  expect([name, shortName].filter((one) => !allowed.appNames.includes(one))).toEqual([]);
  expect(icons.map(({ src }: { src: string }) => src)).toEqual(allowed.icons);
  expect(/<title>([^<]*)<\/title>/.exec(read("index.html"))?.[1]).toBe("Notes");
});
