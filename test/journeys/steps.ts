import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { Person, TestApp } from "./app.ts";

export const password = "four quiet harbour walls";
/** The one of a second device. */
export const otherPassword = "another quiet harbour wall";

/** Makes an account from the landing page, as the screen says. */
export async function makeAccount({ page }: Person, app: TestApp, name: string): Promise<void> {
  await page.goto(app.origin);
  await page.getByRole("link", { name: /Start as a couple/ }).click();
  await fillAccount(page, name);
}

export async function fillAccount(page: Person["page"], name: string): Promise<void> {
  await page.getByLabel("What should we call you?").fill(name);
  await page.getByLabel("A password for this device", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make my place" }).click();
  // The password is stretched at length: on a machine with much to do that takes a while.
  await expect(page.getByRole("heading", { level: 1, name: "A spare key, in fifteen words" })).toBeVisible({
    timeout: 30_000,
  });
}

/** Makes the recovery kit, and proves it by reading the words off the page. */
export async function makeAndProveKit({ page }: Person): Promise<string[]> {
  await page.getByRole("button", { name: "Make a spare key" }).click();
  const listed = page.getByRole("list", { name: "The words, in this order" }).getByRole("listitem");
  await expect(listed).toHaveCount(15);
  const words = await listed.allInnerTexts();
  const kit = words.map((word) => word.replace(/^\d+\s*/, "").trim());
  await page.getByRole("button", { name: "I have it on paper" }).click();
  for (const field of await page.getByRole("textbox").all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "");
    await field.fill(kit[Number(label.match(/\d+/)?.[0]) - 1] ?? "");
  }
  await page.getByRole("button", { name: "Check these words" }).click();
  await expect(page.getByRole("heading", { name: "The spare key is good." })).toBeVisible();
  return kit;
}

/** Makes an invite and gives its link. */
export async function makeInvite({ page }: Person): Promise<string> {
  await page.goto(new URL("/together/invite", page.url()).href);
  await page.getByRole("button", { name: /Make (the|a new) link/ }).click();
  const link = await page.getByRole("textbox", { name: "The link" }).inputValue();
  expect(link).toContain("/i#");
  return link;
}

/** Reads an invite and answers it with a new account. */
export async function answerInvite({ page }: Person, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("asks you to mend something");
  await page.getByRole("link", { name: "Make my own place" }).click();
  await fillAccount(page, name);
}

const to = ({ page }: Person, path: string): Promise<unknown> => page.goto(new URL(path, page.url()).href);

/** Opens Private, or a room with a practitioner, on the page that asks for the password. */
export async function unlock({ page }: Person): Promise<void> {
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  // The password is stretched at length, and three browsers may do so on one machine.
  await expect(page.getByLabel("Your password", { exact: true })).toBeHidden({ timeout: 30_000 });
}

/** Makes a room of this person and a practitioner alone, and lets the practitioner's browser answer with a new account. */
export async function meetPractitioner(person: Person, practitioner: Person, name: string): Promise<void> {
  await to(person, "/talk/invite");
  await unlock(person);
  await person.page.getByLabel("What do you call them?").fill(name);
  await person.page.getByRole("button", { name: "Make the link" }).click();
  const link = await person.page.getByRole("textbox", { name: "The link" }).inputValue();
  await practitioner.page.goto(link);
  await practitioner.page.getByRole("link", { name: "Make my own place" }).click();
  await fillAccount(practitioner.page, name);
  await person.page.getByRole("link", { name: "Your practitioner" }).click();
  await expect(person.page.getByRole("button", { name: new RegExp(`You and ${name}`) })).toBeVisible();
}

/** Opens the room of two from the practitioner's tab; the password is asked for where Private is closed. */
export async function openTalk(person: Person, name: string): Promise<void> {
  await to(person, "/talk");
  await unlock(person);
  await person.page.getByRole("button", { name: new RegExp(`You and ${name}`) }).click();
  await expect(person.page.getByRole("heading", { level: 1, name: `You and ${name}` })).toBeVisible();
}

/** Brings `practitioner` into the couple's room with a yes from both, on three browsers; all of it may be read. */
export async function bringIn(ana: Person, ben: Person, practitioner: Person, name: string): Promise<void> {
  await to(ana, "/together/practitioner");
  await ana.page.getByLabel("What do you call them?").fill(name);
  await ana.page.getByRole("radio", { name: /Everything/ }).check();
  await ana.page.getByRole("button", { name: "Make the link" }).click();
  const link = await ana.page.getByRole("textbox", { name: "The link" }).inputValue();
  await practitioner.page.goto(link);
  await practitioner.page.getByRole("link", { name: "Make my own place" }).click();
  await fillAccount(practitioner.page, name);
  await to(ben, "/together/people");
  await ben.page.getByRole("button", { name: "Yes, they may join" }).click();
  await to(ana, "/together/people");
  await expect(ana.page.getByText(name, { exact: true })).toBeVisible();
}

/** Opens Private from its own page. */
export async function openPrivate({ page }: Person, app: TestApp, secret = password): Promise<void> {
  await page.goto(`${app.origin}/notes`);
  await page.getByLabel("Your password").fill(secret);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Only yours" })).toBeVisible();
}
/** Opens Private, and there the row of that name. */
export const openPart = async (one: Person, app: TestApp, name: RegExp, secret = password): Promise<void> => {
  await openPrivate(one, app, secret);
  await one.page.getByRole("link", { name }).click();
};

/** Opens the account in another browser with its kit. `reach`: for everything, or for Private alone. */
export async function openWithKit(
  { page }: Person,
  app: TestApp,
  kit: readonly string[],
  reach = "Everything",
) {
  await page.goto(`${app.origin}/notes/key`);
  await page.getByRole("textbox").first().fill(kit.join(" "));
  await page.getByLabel("A password for this device", { exact: true }).fill(otherPassword);
  await page.getByRole("radio", { name: new RegExp(`^${reach}`) }).check();
  await page.getByRole("button", { name: "Open my place" }).click();
}

/** Shows a code for a new device, and gives the address that a camera reads in it. */
export async function showCode(one: Person, app: TestApp): Promise<string> {
  await openPart(one, app, /Your devices/);
  await one.page.getByRole("link", { name: "Add a device" }).click();
  await one.page.getByLabel("Your password").fill(password);
  await one.page.getByRole("button", { name: "Open", exact: true }).click();
  return readCode(one.page);
}

/** Reads the square code off the screen, as a camera does. */
async function readCode(page: Page): Promise<string> {
  const { default: jsQR } = await import("jsqr");
  const { PNG } = await import("pngjs");
  const code = page.getByRole("img", { name: "A square code that adds a device" });
  await expect(code).toBeVisible();
  const picture = await code.screenshot();
  const { data, width, height } = PNG.sync.read(picture);
  const read = jsQR(new Uint8ClampedArray(data), width, height);
  if (read === null) throw new Error("the square code cannot be read");
  return read.data;
}

/** Makes a promise for every weekday, as the sheet offers it. */
export async function makePromise(
  { page }: Person,
  app: TestApp,
  words: { act: string; time: string; signal?: [string, string] },
) {
  await page.goto(`${app.origin}/together/promises`);
  await page.getByRole("button", { name: "Make a promise" }).click();
  const part = page.getByRole("group", { name: "The promise", exact: true });
  await part.getByLabel("I’ll").fill(words.act);
  await part.getByLabel("by", { exact: true }).fill(words.time);
  if (words.signal !== undefined) {
    const sign = page.getByRole("group", { name: "A sign before it" });
    await sign.getByLabel("Before that, I will").fill(words.signal[0]);
    await sign.getByLabel("at", { exact: true }).fill(words.signal[1]);
  }
  await page.getByRole("button", { name: "Make this promise" }).click();
}

/** Saves the record of the room for two from its page, and gives the file's text. */
export async function saveRecord(person: Person, app: TestApp): Promise<string> {
  await person.page.goto(`${app.origin}/together/record`);
  return saveFile(person);
}

/** Presses the button of the page that saves a record, and gives the file's text. */
export async function saveFile({ page }: Person): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("record.json");
  return readFile(await download.path(), "utf8");
}
