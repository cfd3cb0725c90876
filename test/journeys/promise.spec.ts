import type { Browser, Page } from "@playwright/test";
import { verifyExport } from "../../packages/client/src/export/public.ts";
import {
  test as base,
  expect,
  expectAccessible,
  openPerson,
  type Person,
  startApp,
  type TestApp,
} from "./app.ts";
import { answerInvite, makeAccount, makeInvite, makePromise, password, saveRecord } from "./steps.ts";

/** Tuesday 10 March 2026, 15:00 in Berlin: a quiet afternoon. */
const afternoon = Date.UTC(2026, 2, 10, 14, 0);
const minute = 60_000;

type Couple = {
  readonly app: TestApp;
  readonly ana: Person;
  readonly ben: Person;
  readonly pass: (ms: number) => Promise<void>;
};

const test = base.extend<{ couple: Couple }>({
  couple: async ({ browser }, use) => {
    const app = await startApp(afternoon);
    const couple = await pairedCouple(browser, app);
    await use(couple);
    expect([...couple.ana.errors, ...couple.ben.errors]).toEqual([]);
    await app.close();
  },
});

async function pairedCouple(browser: Browser, app: TestApp): Promise<Couple> {
  const [ana, ben] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  const link = await makeInvite(ana);
  await answerInvite(ben, link, "Ben");
  await ben.page.getByRole("button", { name: "Later, within three days" }).click();
  await expect(ana.page.getByRole("heading", { level: 1, name: "Ben is here." })).toBeVisible();
  const pass = async (ms: number): Promise<void> => {
    app.clock.now = (app.clock.now ?? afternoon) + ms;
    for (const { page } of [ana, ben]) {
      await page.clock.fastForward(ms);
      await uncover(page);
    }
  };
  return { app, ana, ben, pass };
}

/** After a quiet quarter of an hour the app covers itself; the password takes the cover away, offline too. */
async function uncover(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Closed for now" })).toBeVisible();
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Closed for now" })).toHaveCount(0);
}

test("two people on two devices make, keep and witness a promise, one of them offline in the middle", async ({
  couple,
}) => {
  const { app, ana, ben, pass } = couple;
  await expect(ben.page.getByRole("heading", { level: 1, name: /Good afternoon, Ben/ })).toBeVisible();
  await makePromise(ana, app, { act: "be home", time: "18:00", signal: ["text you", "17:45"] });
  await expect(ana.page.getByText("I’ll be home by 18:00.").first()).toBeVisible();
  await expectAccessible(ana.page);

  await ben.page.goto(`${app.origin}/together/promises`);
  await expect(ben.page.getByText("I’ll be home by 18:00.").first()).toBeVisible();
  await expectAccessible(ben.page);
  await expect(ben.page.getByRole("button", { name: "I kept it" })).toHaveCount(0);

  await ana.page.goto(`${app.origin}/today`);
  await expect(ana.page.getByRole("button", { name: "Move it" })).toBeVisible();
  await expectAccessible(ana.page);

  await ben.page.context().setOffline(true);
  await expect(ben.page.getByText("You are offline.")).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.getByRole("button", { name: "Make a promise" }).click();
  const part = ben.page.getByRole("group", { name: "The promise", exact: true });
  await part.getByLabel("I’ll").fill("put my phone in the drawer");
  await part.getByLabel("by", { exact: true }).fill("21:00");
  await expectAccessible(ben.page);
  await ben.page.getByRole("button", { name: "Make this promise" }).click();
  await expect(ben.page.getByText("I’ll put my phone in the drawer by 21:00.").first()).toBeVisible();

  await pass(3 * 60 * minute + 5 * minute);
  await ana.page.goto(`${app.origin}/today`);
  await expect(ana.page.getByText("It was due at 18:00.")).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "I kept it" }).click();
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "In time" }).click();
  await expect(ana.page.getByText("It was due at 18:00.")).toHaveCount(0);
  await ana.page.goto(`${app.origin}/together/promises`);
  await expect(ana.page.getByText("Kept", { exact: true }).first()).toBeVisible();

  await ben.page.context().setOffline(false);
  await expect(ben.page.getByText("You are offline.")).toHaveCount(0);
  await expect(ben.page.getByText("Kept", { exact: true }).first()).toBeVisible();
  await expect(ana.page.getByText("I’ll put my phone in the drawer by 21:00.").first()).toBeVisible();
  await ben.page
    .getByRole("button", { name: /Say how you saw it/ })
    .first()
    .click();
  await expectAccessible(ben.page);
  await ben.page.getByRole("radio", { name: /same/i }).check();
  await ben.page.getByRole("button", { name: "Put it beside Ana’s" }).click();
  await expect(ana.page.getByText("Ben says so too.")).toBeVisible();
  await expectAccessible(ana.page);
});

test("both see the same six words, the same eight, and the exported record checks out", async ({
  couple,
}) => {
  const { app, ana, ben } = couple;
  await makePromise(ana, app, { act: "be home", time: "18:00" });
  await expect(ana.page.getByText("I’ll be home by 18:00.").first()).toBeVisible();
  const wordsOn = async ({ page }: Person, list: string) => {
    await page.goto(`${app.origin}/together/people`);
    await expectAccessible(page);
    return page.getByRole("list", { name: list }).getByRole("listitem").allInnerTexts();
  };
  await expect(ana.page.getByText("Waiting to be sent.")).toHaveCount(0);
  expect(await wordsOn(ana, "Your words")).toEqual(await wordsOn(ben, "Ana’s words"));
  expect(await wordsOn(ana, "Ben’s words")).toEqual(await wordsOn(ben, "Your words"));
  const heads: string[][] = [];
  for (const { page } of [ana, ben]) {
    await page.goto(`${app.origin}/together/record`);
    await expect(
      page.getByRole("list", { name: "Eight words for all of it" }).getByRole("listitem"),
    ).toHaveCount(8);
    heads.push(
      await page
        .getByRole("list", { name: "Eight words for all of it" })
        .getByRole("listitem")
        .allInnerTexts(),
    );
    await expectAccessible(page);
  }
  expect(heads[0]).toEqual(heads[1]);
  const text = await saveRecord(ana, app);
  const verified = await verifyExport(text);
  expect(verified.ok).toBe(true);
  expect(text).not.toContain("Ben");
});

test("a promise is erased whole when both ask for it, and stands on neither device afterwards", {
  tag: "@long",
}, async ({ couple }) => {
  const { app, ana, ben } = couple;
  await makePromise(ana, app, { act: "be home", time: "18:00" });
  await expect(ana.page.getByText("I’ll be home by 18:00.").first()).toBeVisible();
  await ana.page.goto(`${app.origin}/together/record/words`);
  await ana.page.getByRole("button", { name: "Ask to erase it whole" }).click();
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(ana.page.getByText("It goes when Ben asks too.", { exact: false })).toBeVisible();

  await ben.page.goto(`${app.origin}/together`);
  await ben.page.getByRole("link", { name: /Ana asks to erase something whole/ }).click();
  await ben.page.getByRole("link", { name: /Your words in this room/ }).click();
  await expect(ben.page.getByText("You need not do anything.", { exact: false })).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.getByRole("button", { name: "Erase it whole" }).click();
  await ben.page.getByRole("button", { name: "Erase it", exact: true }).click();
  for (const { page } of [ana, ben])
    await expect(page.getByRole("heading", { name: "A promise, erased whole" })).toBeHidden();
  await ben.page.goto(`${app.origin}/together/promises`);
  await expect(ben.page.getByRole("heading", { level: 1, name: "No promises yet." })).toBeVisible();
  expect((await verifyExport(await saveRecord(ana, app))).ok).toBe(true);
  for (const { errors } of [ana, ben]) expect(errors).toEqual([]);
});

test("a missed promise is answered with three lines, which the other reads", async ({ couple }) => {
  const { app, ana, ben, pass } = couple;
  await makePromise(ana, app, { act: "be home", time: "18:00" });
  await pass(4 * 60 * minute);
  await ana.page.goto(`${app.origin}/today`);
  await ana.page.getByRole("button", { name: "I didn’t" }).click();
  await expectAccessible(ana.page);
  await ana.page.getByLabel("What happened").fill("I stayed at the office");
  await ana.page.getByLabel("What it may have been like for Ben").fill("You waited and did not know");
  await ana.page.getByLabel("What I will do next time").fill("Set an alarm for half past four");
  await ana.page.getByRole("button", { name: "Send to Ben" }).click();
  await expect(ana.page.getByRole("button", { name: "Send to Ben" })).toHaveCount(0);
  await ben.page.goto(`${app.origin}/together/promises`);
  await expect(ben.page.getByText("Missed", { exact: true }).first()).toBeVisible();
  await ben.page.getByRole("button", { name: "Read the three lines" }).click();
  await expect(ben.page.getByText("You waited and did not know")).toBeVisible();
  await expectAccessible(ben.page);
});

test("a used link, a second person and a link cut short are each told clearly", { tag: "@long" }, async ({
  couple,
  browser,
}) => {
  const { app } = couple;
  const eve = await openPerson(browser, app);
  await eve.page.goto(`${app.origin}/i#short`);
  await expect(eve.page.getByRole("alert")).toContainText("This link is not whole.");
  await expectAccessible(eve.page);
  const cleo = await openPerson(browser, app);
  await makeAccount(cleo, app, "Cleo");
  const link = await makeInvite(cleo);
  const [dan, finn] = [await openPerson(browser, app), await openPerson(browser, app)];
  await finn.page.goto(link);
  await expect(
    finn.page.getByRole("heading", { level: 1, name: "Cleo asks you to mend something, together" }),
  ).toBeVisible();
  await expectAccessible(finn.page);
  await answerInvite(dan, link, "Dan");
  await finn.page.goto("about:blank");
  await finn.page.goto(link);
  await expect(finn.page.getByRole("alert")).toContainText("This invitation has been used.");
  const forged = link.replace(
    /#(.{8})./,
    (_, start: string) => `#${start}${link.at(link.indexOf("#") + 9) === "A" ? "B" : "A"}`,
  );
  await eve.page.goto("about:blank");
  await eve.page.goto(forged);
  await expect(eve.page.getByRole("alert")).toContainText("This link leads nowhere.");
});

test("two tabs of one person stay one device", async ({ couple }) => {
  const { app, ana, ben } = couple;
  const second = await ana.page.context().newPage();
  await second.clock.install({ time: afternoon });
  await second.goto(`${app.origin}/together/promises`);
  await makePromise(ana, app, { act: "be home", time: "18:00" });
  await expect(second.getByText("I’ll be home by 18:00.").first()).toBeVisible();
  await ana.page.close();
  await makePromise({ ...ana, page: second }, app, { act: "cook tomorrow’s lunch", time: "20:00" });
  await ben.page.goto(`${app.origin}/together/promises`);
  await expect(ben.page.getByText("I’ll cook tomorrow’s lunch by 20:00.").first()).toBeVisible();
});

test("a browser without calendar functions of its own fetches them and makes the same promise", async ({
  couple,
}) => {
  const { app, ana, ben } = couple;
  await ana.page.addInitScript(() => Reflect.deleteProperty(globalThis, "Temporal"));
  await makePromise(ana, app, { act: "be home", time: "18:00" });
  await ben.page.goto(`${app.origin}/together/promises`);
  await expect(ben.page.getByText("I’ll be home by 18:00.").first()).toBeVisible();
});
