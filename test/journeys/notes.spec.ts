import { expect, expectAccessible, openPerson, type Person, test } from "./app.ts";
import { makeAccount, meetPractitioner, openTalk, password, unlock } from "./steps.ts";

const noted = "Ask again about the harbour walk";

/** Ten quiet minutes: Private closes by itself, and asks for the password. */
async function rest(person: Person): Promise<void> {
  await person.page.clock.runFor("10:20");
  await expect(person.page.getByLabel("Your password", { exact: true })).toBeVisible();
}

test("[DV.2] a practitioner's own notes are theirs alone, and what they had in hand is there after a lock", async ({
  browser,
  app,
}) => {
  const [ana, kim] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  await meetPractitioner(ana, kim, "Kim");
  const { page } = kim;
  await page.clock.install();
  await openTalk(kim, "Ana");
  const talk = page.getByLabel("Write to Ana");
  await talk.fill("Before Thursday I would like");
  await page.getByRole("button", { name: /Your own notes/ }).click();

  // A note about Ana, kept by hand, and changed; the lock comes while it is being changed.
  await expect(page.getByRole("heading", { level: 1, name: "Your own notes" })).toBeVisible();
  await expect(page.getByText("Nothing is noted here yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Write a note" }).click();
  const field = page.getByLabel("What do you want to remember?");
  await field.fill(noted);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Kept, for you alone.")).toBeVisible();
  await expectAccessible(page);
  await field.fill(`${noted}, gently`);
  await rest(kim);
  await expectAccessible(page);
  await unlock(kim);
  await page.getByRole("button", { name: new RegExp(`${noted}, gently`) }).click();
  await expect(field).toHaveValue(`${noted}, gently`);

  // What stood in the talk is there again, also after Exit in the middle of it.
  await page.getByRole("link", { name: "You and Ana" }).click();
  await expect(talk).toHaveValue("Before Thursday I would like");
  await talk.fill("Before Thursday I would like to hear");
  await page.clock.runFor(1_500);
  await page.getByRole("link", { name: "Exit", exact: true }).click();
  await expect(page).toHaveURL(app.neutralPage);
  await page.goto(`${app.origin}/talk`);
  await expect(page.getByRole("heading", { level: 1, name: "Closed for now" })).toBeVisible();
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Closed for now" })).toBeHidden();
  await openTalk(kim, "Ana");
  await expect(talk).toHaveValue("Before Thursday I would like to hear");
  await page.getByRole("button", { name: "Send to Ana" }).click();
  await expect(page.getByText("Sent to Ana.", { exact: false })).toBeVisible();

  // A form, half typed.
  await page.getByRole("link", { name: /Ask Ana for a measure/ }).click();
  await page.getByText(/WHO-5/).click();
  await page.getByLabel("Its name").fill("Mornings");
  await page.getByLabel(/The questions, one on each line/).fill("one\ntwo");
  await rest(kim);
  await openTalk(kim, "Ana");
  await expect(talk).toHaveValue("");
  await page.getByRole("link", { name: /Ask Ana for a measure/ }).click();
  await expect(page.getByLabel("Its name")).toHaveValue("Mornings");
  await expect(page.getByLabel(/The questions, one on each line/)).toHaveValue("one\ntwo");

  // A note about nobody in particular is another list; put away, a note is gone.
  await page.getByRole("link", { name: "You and Ana" }).click();
  await page.getByRole("button", { name: /Your own notes/ }).click();
  await page.getByRole("button", { name: new RegExp(noted) }).click();
  await page.getByRole("button", { name: "Put it away for good" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Erase them" }).click();
  await expect(page.getByText("Nothing is noted here yet.")).toBeVisible();

  // Ana reads the words that were sent, and nothing else.
  await openTalk(ana, "Kim");
  await expect(ana.page.getByText("Before Thursday I would like to hear")).toBeVisible();
  await expect(ana.page.getByText("harbour walk")).toHaveCount(0);
  await expect(ana.page.getByText("Your own notes")).toHaveCount(0);
  // Exit ended the session: the first question after it is answered that there is none.
  expect([...ana.errors, ...kim.errors].filter((error) => !error.includes("401"))).toEqual([]);
});
