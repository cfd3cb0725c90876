import type { Page } from "@playwright/test";
import { expect, expectAccessible, openPerson, type Person, type TestApp, test } from "./app.ts";
import { makeAccount, unlock } from "./steps.ts";

const text = "I'm sorry I lied about Friday, but you never listen to me anyway.";

/** From the page that asks for the password to the words that are tried out. */
async function openDrafts(person: Person): Promise<void> {
  await unlock(person);
  await person.page.getByRole("link", { name: /Try out words/ }).click();
}

/** The sentence of the coach's first note, without its number: another note may come in its place. */
const firstNote = async (page: Page): Promise<string> =>
  ((await page.locator(".sentence").first().textContent()) ?? "").replace(/^\d+/, "");
const notesWith = (page: Page, sentence: string) => page.locator(".sentence", { hasText: sentence });

test("a person tries out hard words in Private: the coach explains, waves away, and sends nothing", async ({
  browser,
  app,
}) => {
  const { page, errors, requests } = await openPerson(browser, app);
  await makeAccount({ page, errors, requests }, app, "Ana");
  await page.goto(new URL("/notes", page.url()).href);
  await openDrafts({ page, errors, requests });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin something" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: /An apology/ }).click();
  await page.getByRole("textbox", { name: "Your words" }).pressSequentially(text);
  const wave = page.getByRole("button", { name: /wave/i });
  await expect(wave.first()).toBeVisible();
  await expectAccessible(page);
  const waved = await firstNote(page);
  await wave.first().click();
  await expect(notesWith(page, waved)).toHaveCount(0);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Kept, for you alone.")).toBeVisible();
  await page.getByRole("button", { name: "Words you are trying out" }).click();
  await expect(page.getByText(/I'm sorry I lied about Friday/)).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: /An apology/ }).click();
  await expect(page.getByRole("textbox", { name: "Your words" })).toHaveValue(text);
  await expect(wave.first()).toBeVisible();
  await expect(notesWith(page, waved)).toHaveCount(0);
  await page.getByRole("button", { name: "Put it away for good" }).click();
  await page.getByRole("button", { name: "Erase them" }).click();
  await expect(page.getByText("Nothing is kept here yet.")).toBeVisible();
  expect(requests.filter((address) => address.includes("lied"))).toEqual([]);
  expect(errors).toEqual([]);
});

/** Opens a new apology in Private, as the first journey does with a mouse. */
async function beginAnApology(person: Person, app: TestApp) {
  const { page } = person;
  await makeAccount(person, app, "Ana");
  await page.goto(new URL("/notes", page.url()).href);
  await openDrafts(person);
  await page.getByRole("button", { name: "Begin something" }).click();
  await page.getByRole("button", { name: /An apology/ }).click();
  return page.getByRole("textbox", { name: "Your words" });
}

test("[DV.2] words are covered after two quiet minutes, and sealed before Private closes after ten", async ({
  browser,
  app,
}) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.clock.install();
  await page.goto(new URL("/notes", page.url()).href);
  await openDrafts(ana);
  await page.getByRole("button", { name: "Begin something" }).click();
  await page.getByRole("button", { name: /An apology/ }).click();
  const field = page.getByRole("textbox", { name: "Your words" });
  await field.fill("Half a sentence about");
  const covered = page.getByText("Your words are covered.", { exact: false });
  const opacity = () => page.locator("main").evaluate((main) => getComputedStyle(main).opacity);

  await page.clock.runFor("02:10");
  await expect(covered).toBeVisible();
  expect(await opacity()).toBe("0");
  // The first key shows them again and does nothing else.
  await field.press("x");
  await expect(covered).toBeHidden();
  expect(await opacity()).toBe("1");
  await expect(field).toHaveValue("Half a sentence about");

  await page.clock.runFor("10:10");
  await expect(
    page.getByRole("heading", { level: 1, name: /Private opens with your password/ }),
  ).toBeVisible();
  await openDrafts(ana);
  await page.getByRole("button", { name: /An apology/ }).click();
  await expect(field).toHaveValue("Half a sentence about");
  expect(ana.errors).toEqual([]);
});

const shown = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : null;
  });

test("with a finger: typed, a note tapped, its words shown, the note waved away, and the words as they were", async ({
  browser,
  app,
}) => {
  const person = await openPerson(browser, app, { hasTouch: true, isMobile: true });
  const { page, errors, requests } = person;
  const field = await beginAnApology(person, app);
  await field.tap();
  await field.pressSequentially(text);
  const wave = page.getByRole("button", { name: "Wave away" });
  await expect(wave.first()).toBeVisible();
  await page.locator("summary").first().tap();
  await page.getByRole("button", { name: "Show the words" }).first().tap();
  expect(await shown(page)).toContain("but you never listen to me");
  const waved = await firstNote(page);
  await wave.first().tap();
  await expect(notesWith(page, waved)).toHaveCount(0);
  await expect(field).toHaveValue(text);
  expect(requests.filter((address) => address.includes("listen"))).toEqual([]);
  expect(errors).toEqual([]);
});

test("by keyboard alone: from the words to the note, back to the words, and the note waved away", async ({
  browser,
  app,
}) => {
  const person = await openPerson(browser, app);
  const { page, errors } = person;
  const field = await beginAnApology(person, app);
  await field.focus();
  await page.keyboard.type(text);
  const wave = page.getByRole("button", { name: "Wave away" });
  await expect(wave.first()).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  expect(await shown(page)).toContain("but you never listen to me");
  const waved = await firstNote(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(wave.first()).toBeFocused();
  await page.keyboard.press("Space");
  await expect(notesWith(page, waved)).toHaveCount(0);
  await expect(field).toHaveValue(text);
  expect(errors).toEqual([]);
});
