import type { Page } from "@playwright/test";
import { expect, expectAccessible, openPerson, type Person, test } from "./app.ts";
import { answerInvite, makeAccount, makeAndProveKit, makeInvite, password } from "./steps.ts";

const to = (page: Page, path: string): Promise<unknown> => page.goto(new URL(path, page.url()).href);
const question = (page: Page) => page.locator("main h2.question").first();

async function unlock(page: Page): Promise<void> {
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

/** The questions in Private, from Today, as a person gets there. */
async function openQuestions({ page }: Person): Promise<void> {
  await to(page, "/notes");
  await unlock(page);
  await page.getByRole("link", { name: /How are you, really\?/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How are you, really?" })).toBeVisible();
}

/** Answers the question that is open by keyboard alone: into the answers, along them, and on. */
async function answerByKeyboard(page: Page, steps: number): Promise<void> {
  const asked = await question(page).textContent();
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowDown");
  while (!(await page.getByRole("button", { name: "Go on", exact: true }).evaluate(isFocused)))
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(question(page)).not.toHaveText(asked ?? "");
}
const isFocused = (element: Element): boolean => element === document.activeElement;

/** Each call resolves when the server has next said on the page's line that something of it is stored. */
function storedOn(page: Page): () => Promise<void> {
  let heard: () => void = () => undefined;
  page.on("websocket", (line) =>
    line.on("framereceived", ({ payload }) => {
      if (payload[0] === 4) heard();
    }),
  );
  return () =>
    new Promise((resolve) => {
      heard = resolve;
    });
}

async function answer(page: Page, label: string): Promise<void> {
  await page.getByText(label, { exact: true }).click();
  await page.getByRole("button", { name: "Go on", exact: true }).click();
}

test("a week is answered half, closed, gone on with at the same question, and read in words", {
  tag: "@long",
}, async ({ browser, app }) => {
  const [ana, ben] = [await openPerson(browser, app), await openPerson(browser, app)];
  const { page } = ana;
  const stored = storedOn(page);
  await makeAccount(ana, app, "Ana");
  const kit = await makeAndProveKit(ana);
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(page.getByRole("heading", { name: "Ben is here." })).toBeVisible();
  await ben.page.getByRole("button", { name: "Later, within three days" }).click();
  await to(ben.page, "/together");
  await ben.page.getByRole("link", { name: /Our record/ }).click();
  const record = async (): Promise<string> => {
    await expect(ben.page.getByText(/The record goes from/)).toBeVisible();
    await expect(ben.page.getByText("You are offline.")).toHaveCount(0);
    return ben.page.locator("main").innerText();
  };
  const before = await record();

  await to(page, "/notes/how");
  await expect(page.getByRole("heading", { level: 1, name: /opens with your password/ })).toBeVisible();
  await expectAccessible(page);
  await openQuestions(ana);
  await expectAccessible(page);

  // By keyboard, the first half; when it is kept, the tab is closed.
  await page.getByRole("button", { name: /This week, in short/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle("Notes");
  await expectAccessible(page);
  for (const steps of [2, 3]) {
    const kept = stored();
    await answerByKeyboard(page, steps);
    await kept;
  }
  const third = (await question(page).textContent()) ?? "";
  await page.context().setOffline(true);
  await to(page, "/notes");
  await unlock(page);
  await page.getByRole("link", { name: /How are you, really\?/ }).click();
  await page.getByRole("button", { name: /This week, in short.*goes on where you stopped/ }).click();
  await expect(question(page)).toHaveText(third);
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await expect(question(page)).toHaveText(third);
  await answerByKeyboard(page, 1);
  // The last of the four, refused; the network comes back.
  await page.context().setOffline(false);
  await answer(page, "I’d rather not answer");
  await expect(page.getByRole("slider")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await answer(page, "a little");
  await page.getByRole("button", { name: "Not this week" }).click();
  await expect(page.getByRole("heading", { name: "Anything unsafe this week?" })).toBeVisible();
  await expectAccessible(page);
  await answer(page, "Not sure");
  await expect(page.getByText("Your answer is not kept, and nobody is told.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /A first look/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show as a table" }).click();
  await expect(page.getByText("no total: a question was left open")).toBeVisible();
  await page.getByText("How is this worked out?").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(page.getByRole("button", { name: /This week, in short/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Safe to be honest.*One answer/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /Safe to be honest/ }).click();
  await expect(page.getByText("This is your own diary, not a validated test.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Private" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save my answers as a file" }).click();
  expect((await download).suggestedFilename()).toBe("notes.json");

  // The other partner: the same record, and not a word of it.
  await ben.page.reload();
  expect(await record()).toEqual(before);
  await to(ben.page, "/notes");
  await unlock(ben.page);
  await ben.page.getByRole("link", { name: /How are you, really\?/ }).click();
  await expect(ben.page.getByText(/Nothing yet\./)).toBeVisible();

  // Another device of the same person.
  const second = await openPerson(browser, app);
  await second.page.goto(`${app.origin}/notes/key`);
  await second.page.getByLabel("The fifteen words").fill(kit.join(" "));
  await second.page.getByLabel("A password for this device", { exact: true }).fill(password);
  await second.page.getByRole("button", { name: "Open my place" }).click();
  await expect(second.page.getByRole("link", { name: /hard moment/ })).toBeVisible();
  await openQuestions(second);
  await expect(second.page.getByText(/Nothing yet\./)).toBeVisible();
  // What is private comes a day after the spare key was used.
  app.clock.now = Date.now() + 24 * 60 * 60 * 1_000;
  await openQuestions(second);
  await expect(second.page.getByRole("button", { name: /Safe to be honest/ })).toBeVisible();
  for (const { errors } of [ana, ben]) expect(errors).toEqual([]);
});

test("an answer about dying opens help under it at once, by touch and with the network cut", async ({
  browser,
  app,
}) => {
  const ana = await openPerson(browser, app, { hasTouch: true, isMobile: true });
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await openQuestions(ana);
  await page.getByRole("button", { name: /How the last two weeks were/ }).tap();
  await expect(question(page)).toBeVisible();
  await page.context().setOffline(true);
  for (let item = 1; item <= 8; item += 1) {
    await page.getByText("Not at all", { exact: true }).tap();
    await page.getByRole("button", { name: "Go on", exact: true }).tap();
  }
  await expect(page.getByText("You don’t have to carry this alone.")).toHaveCount(0);
  await page.getByText("Several days", { exact: true }).tap();
  await expect(page.getByText("You don’t have to carry this alone.")).toBeVisible();
  await page.getByLabel("Where you are").selectOption("Ireland");
  await expect(page.getByText("Call 116 123")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop for now" }).first().tap();
  await page.getByRole("button", { name: /How the last two weeks were.*goes on/ }).tap();
  await expect(page.getByRole("radio", { name: "Several days" })).toBeChecked();
  await expect(page.getByText("Call 116 123")).toBeVisible();
  await page.context().setOffline(false);
  expect(ana.errors).toEqual([]);
});

test("four questions and twelve sentences need no account, keep nothing and end in a step", async ({
  browser,
  app,
}) => {
  const { page, errors, requests } = await openPerson(browser, app);
  await page.goto(app.origin);
  await page.getByRole("link", { name: /How am I\?/ }).click();
  await expectAccessible(page);
  const asked = requests.length;
  for (let item = 1; item <= 3; item += 1) await answerByKeyboard(page, 2);
  await answer(page, "More than half the days");
  await expect(
    page.getByRole("heading", { level: 1, name: "The last two weeks sound heavy." }),
  ).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: /A hard moment, right now/ })).toBeVisible();
  await page.getByRole("button", { name: "Done", exact: true }).click();

  await page.getByRole("link", { name: /How is it between us\?/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await expectAccessible(page);
  for (let sentence = 1; sentence <= 12; sentence += 1)
    await answer(page, sentence <= 3 ? "Most days" : "Hardly");
  await expect(page.getByRole("heading", { level: 1, name: /talks go round in circles/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep what I said" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "If you are afraid at home: support for me" }).click();
  await expect(page).toHaveURL(/\/reading\/help$/);
  await expectAccessible(page);
  expect(requests.slice(asked).filter((address) => address.includes("/api/"))).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await to(page, "/reading/now");
  await page.getByRole("link", { name: /Somebody to talk to, now/ }).click();
  await expect(page.getByLabel("Where you are")).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await to(page, "/reading/help");
  await page.getByLabel("Where you are").selectOption("Netherlands");
  await expect(page.getByText("Call 113", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(errors).toEqual([]);
});

test("a check is kept in Private when the person says so, once their password has opened it", async ({
  browser,
  app,
}) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await to(page, "/today");
  await page.getByRole("link", { name: /How is it between us\?/ }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  for (let sentence = 1; sentence <= 12; sentence += 1) await answer(page, "Now and then");
  await expect(page.getByRole("button", { name: "Keep what I said" })).toHaveCount(0);
  await expectAccessible(page);
  await unlock(page);
  await page.getByRole("button", { name: "Keep what I said" }).click();
  await expect(page.getByText("Kept, for you alone.")).toBeVisible();

  await page.getByRole("link", { name: /How are you, really\?/ }).click();
  await page.getByRole("link", { name: /What is it doing to you\?/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: /My trust was broken/ }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  for (let sentence = 1; sentence <= 9; sentence += 1) await answer(page, "Most days");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep what I said" }).click();
  await expect(page.getByText("Kept, for you alone.")).toBeVisible();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.getByRole("button", { name: /How is it between you, these two weeks\?/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /talks go round in circles/ })).toBeVisible();
  await expectAccessible(page);
  expect(ana.errors).toEqual([]);
});

test("Private closes in the middle of a question, names somebody to talk to, and opens at that question again", async ({
  browser,
  app,
}) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.clock.install();
  await openQuestions(ana);
  await page.getByRole("button", { name: /This week, in short/ }).click();
  await answer(page, "Happy");
  const second = (await question(page).textContent()) ?? "";
  await page.clock.runFor("02:10");
  await expect(page.getByRole("heading", { level: 1, name: /opens with your password/ })).toBeVisible();
  await expect(page.getByText(second)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Somebody to talk to, now" })).toBeVisible();
  await unlock(page);
  await expect(question(page)).toHaveText(second);
  expect(ana.errors).toEqual([]);
});
