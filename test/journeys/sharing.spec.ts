import type { Page } from "@playwright/test";
import { expect, expectAccessible, openPerson, type Person, test } from "./app.ts";
import { answerInvite, makeAccount, makeInvite, meetPractitioner, openTalk, unlock } from "./steps.ts";

const to = (page: Page, path: string): Promise<unknown> => page.goto(new URL(path, page.url()).href);
const text = "I lied about Friday. You found out alone, and that was my doing.";

/** Begins a letter in Private and keeps it. */
async function writeDraft({ page }: Person, words: string, use = /An apology/): Promise<void> {
  await to(page, "/notes");
  await unlock({ page } as Person);
  await page.getByRole("link", { name: /Try out words/ }).click();
  await page.getByRole("button", { name: "Begin something" }).click();
  await page.getByRole("button", { name: use }).click();
  await page.getByRole("textbox", { name: "Your words" }).fill(words);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Kept, for you alone.")).toBeVisible();
}

test("a letter goes to the practitioner, then to the couple, each time after a look at who reads it, and is taken back", async ({
  browser,
  app,
}) => {
  test.setTimeout(150_000);
  const [ana, ben, kim] = [
    await openPerson(browser, app),
    await openPerson(browser, app),
    await openPerson(browser, app),
  ];
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(page.getByRole("heading", { name: "Ben is here." })).toBeVisible();
  await meetPractitioner(ana, kim, "Kim");
  await expectAccessible(page);

  // Before: nobody has anything of Ana's.
  await openTalk(kim, "Ana");
  await expect(kim.page.getByText("Nothing here yet.")).toBeVisible();
  await expectAccessible(kim.page);
  await to(ben.page, "/together/words");
  await expect(ben.page.getByText("No words yet.")).toBeVisible();
  await expectAccessible(ben.page);

  // To Kim, while the network is away.
  await writeDraft(ana, text);
  await expectAccessible(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: /^To Kim/ }).click();
  const preview = page.getByRole("dialog", { name: "This person will read this" });
  await expect(preview.getByText("Kim will read this. It can’t be unsent.")).toBeVisible();
  await expect(preview.getByText(/practitioner, here since/)).toBeVisible();
  await expect(preview.getByText(text)).toBeVisible();
  await expect(preview.getByText(/What was read cannot be unread/)).toBeVisible();
  await expectAccessible(page);
  await preview.getByRole("button", { name: "Send to Kim" }).click();
  await expect(page.getByText("Kept. It goes to Kim when you are online.")).toBeVisible();
  await expect(kim.page.getByText(text)).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(kim.page.getByText(text)).toBeVisible();
  await expect(kim.page.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  await expect(page.getByText(/You shared this with Kim on/)).toBeVisible();
  await expectAccessible(kim.page);

  // Kim answers in plain words; Ana reads them.
  await kim.page.getByRole("textbox", { name: "Write to Ana" }).fill("Thank you. How was it to write?");
  await kim.page.getByRole("button", { name: "Send to Ana" }).click();
  await expect(kim.page.getByText("Sent to Ana.")).toBeVisible();

  // From the room with Kim to the couple's, by Ana alone.
  await openTalk(ana, "Kim");
  await expect(page.getByText("Thank you. How was it to write?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show it to Ben too" }).click();
  await expect(page.getByRole("dialog").getByText("Ben will read this. It can’t be unsent.")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Send to Ben" }).click();
  await expect(ben.page.getByText(text)).toBeVisible();
  await expect(ben.page.getByText("Thank you. How was it to write?")).toHaveCount(0);
  await expectAccessible(ben.page);

  // Taken back from Ben: gone on his screen, still with Kim.
  await to(page, "/notes/shared");
  await unlock(ana);
  await page.getByRole("link", { name: /What you have shown to others/ }).click();
  await expect(page.getByText(/You shared this with Ben on/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take it back" }).first().click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take it back now" }).click();
  await expect(page.getByText(/You shared this with Ben on/)).toHaveCount(0);
  await expect(ben.page.getByText(text)).toHaveCount(0);
  await expect(ben.page.getByText("No words yet.")).toBeVisible();
  await expect(kim.page.getByText(text)).toBeVisible();

  // A demand to the partner stops at the preview; nothing reaches Ben.
  await writeDraft(ana, "Give me your password tonight.", /Something that bothers me/);
  await page.getByRole("button", { name: /^To Ben/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send to Ben" }).click();
  await expect(page.getByRole("dialog").getByText(/This cannot be asked for or promised here/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Not today" }).click();
  await expect(ben.page.getByText("No words yet.")).toBeVisible();

  // Ana ends Kim's part: Kim keeps what was read, and nobody writes there any more.
  await openTalk(ana, "Kim");
  await page.getByRole("button", { name: "End Kim’s part here" }).click();
  await page.getByRole("button", { name: "End it now" }).click();
  await expect(page.getByText(/Kim is no longer in this room/)).toBeVisible();
  await expect(kim.page.getByRole("textbox", { name: "Write to Ana" })).toHaveCount(0);
  for (const person of [ana, ben, kim]) {
    expect(person.requests.filter((address) => /lied|Friday|password%20tonight/.test(address))).toEqual([]);
    expect(person.errors).toEqual([]);
  }
});
