import { expect } from "@playwright/test";
import type { Person, TestApp } from "./app.ts";

export const password = "four quiet harbour walls";

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
