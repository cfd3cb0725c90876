import { expect, expectAccessible, openPerson, type Person, test } from "./app.ts";
import { answerInvite, fillAccount, makeAccount, makeInvite, password } from "./steps.ts";

const path = (page: Person["page"], to: string): string => new URL(to, page.url()).href;

test("a couple brings in a practitioner, who reads along until a partner ends it", {
  tag: "@long",
}, async ({ browser, app }) => {
  test.setTimeout(300_000);
  const [ana, ben, cleo] = [
    await openPerson(browser, app),
    await openPerson(browser, app),
    await openPerson(browser, app),
  ];
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(ana.page.getByRole("heading", { name: "Ben is here." })).toBeVisible();

  await ana.page.goto(path(ana.page, "/together/people"));
  await expectAccessible(ana.page);
  await ana.page.getByRole("link", { name: /Bring in a practitioner/ }).click();
  await ana.page.getByRole("button", { name: "Make the link" }).click();
  await expect(ana.page.getByText("Choose one of the two.")).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.getByLabel("What do you call them?").fill("Cleo Marsh");
  await ana.page.getByRole("radio", { name: /From today/ }).check();
  await ana.page.getByRole("button", { name: "Make the link" }).click();
  const link = await ana.page.getByRole("textbox", { name: "The link" }).inputValue();

  await cleo.page.goto(link);
  await expect(cleo.page.getByRole("heading", { level: 1 })).toContainText(
    "Ana asks you to be their practitioner here",
  );
  await expectAccessible(cleo.page);
  await cleo.page.getByRole("link", { name: "Make my own place" }).click();
  await fillAccount(cleo.page, "Cleo Marsh");

  await ben.page.goto(path(ben.page, "/today"));
  await ben.page.getByRole("link", { name: "Look at it" }).click();
  await expect(
    ben.page.getByRole("heading", { name: "Ana asks: may Cleo Marsh join this room?" }),
  ).toBeVisible();
  await expectAccessible(ben.page);
  await ana.page.goto(path(ana.page, "/together/people"));
  await expect(ana.page.getByText("It waits for Ben’s yes.")).toBeVisible();
  await ben.page.getByRole("button", { name: "Yes, they may join" }).click();

  await expect(ana.page.getByText("Cleo Marsh", { exact: true })).toBeVisible();
  await expect(ana.page.getByText("You, Ben and Cleo Marsh", { exact: false }).first()).toBeAttached();
  await cleo.page.goto(path(cleo.page, "/talk"));
  await cleo.page.getByRole("button", { name: /Ana and Ben/ }).click();
  await expect(cleo.page.getByRole("heading", { level: 1, name: "Ana and Ben" })).toBeVisible();
  await expect(cleo.page.getByText(/You see what was written since/)).toBeVisible();
  await expectAccessible(cleo.page);

  await cleo.page.getByRole("link", { name: "Promises" }).click();
  await expect(cleo.page.getByRole("heading", { level: 1, name: "No promises yet." })).toBeVisible();
  await expect(cleo.page.getByRole("button", { name: "Make a promise" })).toBeHidden();
  await expectAccessible(cleo.page);

  await cleo.page.getByRole("link", { name: "Ana and Ben" }).click();
  await cleo.page.getByRole("link", { name: "Words they sent each other" }).click();
  await expect(cleo.page.getByText("No words yet.")).toBeVisible();
  await expectAccessible(cleo.page);

  await ben.page.getByRole("button", { name: "End Cleo Marsh’s part here" }).click();
  await ben.page.getByRole("button", { name: "End it now" }).click();
  await expect(ben.page.getByRole("button", { name: "End Cleo Marsh’s part here" })).toBeHidden();
  // What Cleo had open stays open, and is now what they keep.
  await cleo.page.getByRole("link", { name: "Ana and Ben" }).click();
  await expect(cleo.page.getByText("You keep what was there. Nothing new reaches you.")).toBeVisible();
  await expect(cleo.page.getByRole("button", { name: "End my part here" })).toHaveCount(0);
  await expectAccessible(cleo.page);
  for (const { errors } of [ana, ben, cleo]) expect(errors).toEqual([]);
});

test("a room with a practitioner alone opens with the password, and the partner sees nothing of it", async ({
  browser,
  app,
}) => {
  const [ana, ben, cleo] = [
    await openPerson(browser, app),
    await openPerson(browser, app),
    await openPerson(browser, app),
  ];
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await ana.page.goto(path(ana.page, "/talk"));
  await expectAccessible(ana.page);
  await ana.page.getByRole("link", { name: /for you alone/ }).click();
  await ana.page.getByLabel("Your password").fill(password);
  await ana.page.getByRole("button", { name: "Open" }).click();
  await ana.page.getByLabel("What do you call them?").fill("Cleo");
  await ana.page.getByRole("button", { name: "Make the link" }).click();
  const link = await ana.page.getByRole("textbox", { name: "The link" }).inputValue();
  await cleo.page.goto(link);
  await cleo.page.getByRole("link", { name: "Make my own place" }).click();
  await fillAccount(cleo.page, "Cleo");
  await ana.page.getByRole("link", { name: "Your practitioner" }).click();
  await expect(ana.page.getByText("You and Cleo", { exact: true })).toBeVisible();
  await expectAccessible(ana.page);
  await ben.page.goto(path(ben.page, "/talk"));
  await expect(ben.page.getByRole("heading", { level: 1, name: "No practitioner yet" })).toBeVisible();
  await expect(ben.page.getByText("Cleo")).toBeHidden();
  for (const { errors } of [ana, ben, cleo]) expect(errors).toEqual([]);
});

test("a partner leaves the room at once, and keeps nothing open there", async ({ browser, app }) => {
  const [ana, ben] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(ana.page.getByRole("heading", { name: "Ben is here." })).toBeVisible();
  await ben.page.goto(path(ben.page, "/together/people"));
  await ben.page.getByRole("button", { name: "Leave this room" }).click();
  await expect(ben.page.getByText(/Nobody has to agree/)).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.getByRole("button", { name: "Leave now" }).click();
  await expect(
    ben.page.getByRole("heading", { level: 1, name: "This is for two. Nothing here waits for anyone." }),
  ).toBeVisible();
  await ana.page.goto(path(ana.page, "/together"));
  await expect(
    ana.page.getByRole("heading", { level: 1, name: "Your room waits for the other person." }),
  ).toBeVisible();
  for (const { errors } of [ana, ben]) expect(errors).toEqual([]);
});
