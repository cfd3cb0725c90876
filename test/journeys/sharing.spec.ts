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

test("a letter goes to the practitioner, then to the couple, each time after a look at who reads it, and is taken back", {
  tag: "@long",
}, async ({ browser, app }) => {
  test.setTimeout(300_000);
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

/** Answers the next questions with their `place`th answer. */
async function answerNext(page: Page, questions: number, place: number): Promise<void> {
  const question = page.locator("main h2.question").first();
  for (let item = 0; item < questions; item += 1) {
    const asked = await question.textContent();
    await page.locator("main label.choice").nth(place).click();
    await page.getByRole("button", { name: "Go on", exact: true }).click();
    if (item < questions - 1) await expect(question).not.toHaveText(asked ?? "");
  }
}

test("a practitioner asks for a measure; the person answers and shows the word, then the answers; the partner sees nothing", {
  tag: "@long",
}, async ({ browser, app }) => {
  test.setTimeout(300_000);
  const [ana, ben, kim] = [
    await openPerson(browser, app),
    await openPerson(browser, app),
    await openPerson(browser, app),
  ];
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(page.getByRole("heading", { name: "Ben is here." })).toBeVisible();
  await to(ben.page, "/together/record");
  const record = async (): Promise<string> => {
    await expect(ben.page.getByText(/The record goes from/)).toBeVisible();
    await expect(ben.page.getByText("You are offline.")).toHaveCount(0);
    return ben.page.locator("main").innerText();
  };
  await meetPractitioner(ana, kim, "Kim");
  const before = await record();

  // Kim asks: a form of their own needs its words and a licence; PCL-5 needs neither, and is not asked twice.
  await openTalk(kim, "Ana");
  await kim.page.getByRole("link", { name: /Answers that Ana shows you/ }).click();
  await expect(kim.page.getByText("Ana has shown no answers.")).toBeVisible();
  await expectAccessible(kim.page);
  await kim.page.getByRole("link", { name: "You and Ana" }).click();
  await kim.page.getByRole("link", { name: /Ask Ana for a measure/ }).click();
  await kim.page.getByText(/WHO-5/).click();
  await kim.page.getByRole("button", { name: "Ask Ana" }).click();
  await expect(kim.page.getByText("Give the form its name.")).toBeVisible();
  await expectAccessible(kim.page);
  await kim.page.getByLabel("Its name").fill("A form of Kim’s");
  await kim.page.getByLabel(/The questions, one on each line/).fill("one\ntwo\nthree\nfour\nfive");
  await kim.page.getByLabel(/The answers, one on each line/).fill("a\nb\nc\nd\ne\nf");
  await kim.page.getByLabel("The licence’s name").fill("Licence 7");
  await kim.page.getByRole("button", { name: "Ask Ana" }).click();
  await expect(kim.page.getByText("Without a licence this text may not be used.")).toBeVisible();
  await kim.page.getByLabel("I am licensed to use this text with my clients").check();
  await kim.page.getByRole("button", { name: "Ask Ana" }).click();
  await expect(kim.page.getByText(/A form of Kim’s, since/)).toBeVisible();
  for (const said of ["Asked.", /is asked for already/]) {
    await kim.page.getByRole("radio", { name: /PCL-5/ }).check();
    await kim.page.getByRole("button", { name: "Ask Ana" }).click();
    await expect(kim.page.getByText(said)).toBeVisible();
  }
  await expectAccessible(kim.page);

  // Ana finds it in Private; before the first question she reads who is offered the result.
  await to(page, "/notes");
  await unlock(ana);
  await page.getByRole("link", { name: /How are you, really\?/ }).click();
  await expect(page.getByRole("button", { name: /Kim asked/ })).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("button", { name: /How well you have been.*Kim asked/ }).click();
  await expect(page.getByText(/Before anything is shown to Kim, you are asked what/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "one", exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stop for now" }).click();
  await page.getByRole("button", { name: /After a very stressful experience.*Kim asked/ }).click();
  await answerNext(page, 20, 2);
  await expect(page.getByText("Kim sees nothing of this.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Total and chart" }).check();
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByRole("dialog").getByText("Total: 40")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to Kim" }).click();
  await expect(page.getByText("Kim sees: the total, and the chart.")).toBeVisible();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(
    page.getByRole("button", { name: /After a very stressful experience.*Kim asked/ }),
  ).toHaveCount(0);

  // Kim's own form, gone on with and answered to its end, shown with the total.
  await page.getByRole("button", { name: /How well you have been.*Kim asked/ }).click();
  await answerNext(page, 5, 2);
  await expect(page.getByText("Kim sees nothing of this.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Total and chart" }).check();
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to Kim" }).click();
  await expect(page.getByText("Kim sees: the total, and the chart.")).toBeVisible();
  await page.getByRole("button", { name: "Done", exact: true }).click();

  // One that the schedule asks: the word only, without the network; then back, and the answers too.
  await page
    .getByRole("button", { name: /How the last two weeks were/ })
    .first()
    .click();
  await answerNext(page, 9, 0);
  await answerNext(page, 7, 0);
  await expect(page.getByRole("heading", { level: 1, name: /A first look/ })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("radio", { name: "The word only" }).check();
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByRole("dialog").getByText("Total:")).toHaveCount(0);
  await page.getByRole("radio", { name: "Show this much each time" }).check();
  await page.getByRole("button", { name: "Send to Kim" }).click();
  await expect(page.getByText("Kim sees: the word only.")).toBeVisible();
  await expect(page.getByText("It is shown this much each time, as you chose.")).toBeVisible();
  await expectAccessible(page);
  await kim.page.getByRole("link", { name: "You and Ana" }).click();
  await kim.page.getByRole("link", { name: /Answers that Ana shows you/ }).click();
  await expect(kim.page.getByRole("heading", { name: /PTSD Checklist/ })).toBeVisible();
  await expect(kim.page.getByText("Past the cut-off")).toHaveCount(2);
  await expect(kim.page.getByText("Cluster B met", { exact: false })).toBeVisible();
  await expect(kim.page.getByText("Ana chose to show the word only.")).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(kim.page.getByText("Ana chose to show the word only.")).toBeVisible();
  await expectAccessible(kim.page);
  await page.getByRole("radio", { name: "My answers, too" }).check();
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("button", { name: "Send to Kim" }).click();
  await expect(kim.page.getByText("Little interest or pleasure in doing things")).toBeVisible();
  await expect(kim.page.getByText("Ana chose to show the word only.")).toHaveCount(0);
  await expectAccessible(kim.page);
  await page.getByRole("radio", { name: "Nothing" }).check();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(kim.page.getByText("Little interest or pleasure in doing things")).toHaveCount(0);
  await expect(kim.page.getByRole("heading", { name: /PTSD Checklist/ })).toBeVisible();

  // Ben: the same record, and no sign that any of this is there.
  await ben.page.reload();
  expect(await record()).toEqual(before);
  await to(ben.page, "/together/words");
  await expect(ben.page.getByText("No words yet.")).toBeVisible();
  await to(ben.page, "/talk");
  await expect(ben.page.getByRole("heading", { level: 1, name: "No practitioner yet" })).toBeVisible();
  for (const { errors } of [ana, ben, kim]) expect(errors).toEqual([]);
});
