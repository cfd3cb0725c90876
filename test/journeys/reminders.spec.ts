import type { CDPSession, Page } from "@playwright/test";
import { type Caught, MailCatcher, numberIn } from "../../packages/server/test/mail-catcher.ts";
import {
  openedBy,
  type Browser as PushedTo,
  TestPushService,
} from "../../packages/server/test/push-service.ts";
import { expect, expectAccessible, openPerson, startApp, test } from "./app.ts";
import { answerInvite, makeAccount, makeInvite, unlock } from "./steps.ts";

const neutral = "You have a reminder.";

/** Gives pages what a push service would give them: the one of the browser itself cannot be reached from here. */
async function givePush(page: Page, { endpoint, p256dh, auth }: PushedTo): Promise<void> {
  await page.addInitScript(
    ({ endpoint, keys }) => {
      const mark = "subscribed";
      const held = {
        endpoint,
        getKey: (name: "p256dh" | "auth") => new Uint8Array(keys[name]).buffer,
        unsubscribe: async () => localStorage.removeItem(mark) === undefined,
      } as unknown as PushSubscription;
      PushManager.prototype.getSubscription = async () => (localStorage.getItem(mark) === null ? null : held);
      PushManager.prototype.subscribe = async () => {
        localStorage.setItem(mark, "");
        return held;
      };
    },
    { endpoint, keys: { p256dh: [...p256dh], auth: [...auth] } },
  );
}

/** Keys of everything that a browser holds for the app. */
const heldBy = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("notes");
      opening.onsuccess = () => resolve(opening.result);
    });
    const names = [...database.objectStoreNames];
    const keys = names.map(
      (name) =>
        new Promise<string[]>((resolve) => {
          const asked = database.transaction(name).objectStore(name).getAllKeys();
          asked.onsuccess = () => resolve(asked.result.map((key) => `${name} ${key}`));
        }),
    );
    database.close();
    return (await Promise.all(keys)).flat().sort();
  });

/** Delivers a push to the page's service worker, as the browser does when its service has one. */
async function deliverPush(cdp: CDPSession, page: Page, data: string): Promise<void> {
  const registered = new Promise<string>((resolve) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  const origin = new URL(page.url()).origin;
  await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await registered, data });
}

test("one of two turns reminders on; they come when chosen, say one line, and the other sees nothing of it", async ({
  browser,
}) => {
  const [service, catcher] = [await TestPushService.start(), await MailCatcher.start()];
  const app = await startApp(undefined, {
    push: { services: [service.origin] },
    mail: catcher.config,
    time: { remindMs: 50 },
  });
  const phone = await service.subscribed();
  const [ana, ben] = [await openPerson(browser, app), await openPerson(browser, app)];
  const { page } = ana;
  await page.context().grantPermissions(["notifications"], { origin: app.origin });
  await givePush(page, phone);
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await ben.page.goto(new URL("/together", app.origin).href);
  await expect(ben.page.getByText("You are both here.")).toBeVisible();
  await expect(ben.page.getByText("You and Ana can read this")).toBeVisible();

  await page.goto(new URL("/notes", app.origin).href);
  await unlock(ana);
  await page.getByRole("link", { name: /Reminders/ }).click();
  await expect(page.getByText("Nothing will be sent.")).toBeVisible();
  await expect(page.getByText("Off. This device shows nothing.")).toBeVisible();
  expect(await page.title()).toBe("Notes");
  // Ben's page has been open for a while by now: its line stands, and nothing is on its way.
  await expect(ben.page.getByText("You are offline")).toBeHidden();
  const [screenBefore, heldBefore] = [await ben.page.locator("main").innerText(), await heldBy(ben.page)];
  await page.getByRole("button", { name: "Add a time" }).click();
  await page.getByLabel("Time", { exact: true }).fill("19:00");
  await page.getByText("No, only I can").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(page.getByText("Kept, for all of your devices.")).toBeVisible();
  await page.getByRole("button", { name: "Show it on this device" }).click();
  await expect(page.getByText("On. This device shows that one line")).toBeVisible();
  await page.getByLabel("Your address").fill("ana@example.org");
  await page.getByRole("button", { name: "Send me a number" }).click();
  const confirming = await catcher.arrived(1);
  await page.getByLabel("The six digits").fill(numberIn(confirming));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("On. It goes to ana@example.org.")).toBeVisible();
  await expectAccessible(page);

  const now = Temporal.Now.zonedDateTimeISO("Europe/Berlin");
  const evening = now.withPlainTime("19:00");
  const next = Temporal.ZonedDateTime.compare(evening, now) > 0 ? evening : evening.add({ days: 1 });
  app.clock.now = next.epochMilliseconds - 1;
  expect([service.received.length, catcher.caught.length]).toEqual([0, 1]);
  app.clock.now = next.epochMilliseconds;
  await service.arrived(1);
  const mail = await catcher.arrived(2);
  expect(Buffer.from(await openedBy(phone, service.received[0]!)).toString()).toBe(neutral);
  for (const { headers } of [confirming, mail] satisfies Caught[])
    expect(headers.get("subject")).toBe(neutral);
  expect(mail.text).toBe(neutral);

  await deliverPush(await page.context().newCDPSession(page), page, "Ben wrote: where were you on Friday?");
  const shown = () =>
    page.evaluate(async () => {
      const all = await (await navigator.serviceWorker.ready).getNotifications();
      return all.map(({ title, body, tag, icon, data }) => ({
        title,
        body,
        tag,
        icon: new URL(icon).pathname,
        data,
      }));
    });
  await expect
    .poll(shown)
    .toEqual([{ title: "Notes", body: neutral, tag: "reminder", icon: "/icon-192.png", data: null }]);

  expect(await ben.page.locator("main").innerText()).toBe(screenBefore);
  expect(await heldBy(ben.page)).toEqual(heldBefore);
  expect([...ana.errors, ...ben.errors]).toEqual([]);
  await Promise.all([ana, ben].map((person) => person.page.context().close()));
  await app.close();
  await Promise.all([service.close(), catcher.close()]);
});
