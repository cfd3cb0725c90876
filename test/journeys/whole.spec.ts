import { verifyExport } from "../../packages/client/src/export/public.ts";
import { expect, expectAccessible, openPerson, type Person, type TestApp, test } from "./app.ts";
import {
  answerInvite,
  bringIn,
  makeAccount,
  makeAndProveKit,
  makeInvite,
  makePromise,
  openPart,
  openWithKit,
  otherPassword,
  saveFile,
  saveRecord,
  showCode,
} from "./steps.ts";

const letter = "I said I was at work on Friday. I was not.";

/** Opens the promises of the room for two, and waits until `act` stands there. */
async function expectPromise({ page }: Person, app: TestApp, act: string): Promise<void> {
  await page.goto(`${app.origin}/together/promises`);
  await expect(page.getByText(act, { exact: false }).first()).toBeVisible();
}

/** What a saved record says of itself, once it was checked with the public tool's own code. */
async function verified(text: string) {
  const checked = await verifyExport(text);
  if (!checked.ok) throw new Error(`the record does not verify: ${checked.error.type}`);
  return checked.value;
}

test("one room from its first day to its last: added, shared, removed, a second device, a lost one, left, erased, and every record verifies", {
  tag: "@long",
}, async ({ browser, app }) => {
  test.setTimeout(480_000);
  const people = await Promise.all(Array.from({ length: 5 }, () => openPerson(browser, app)));
  const [ana, ben, cleo, phone, found] = people as [Person, Person, Person, Person, Person];
  await makeAccount(ana, app, "Ana");
  const kit = await makeAndProveKit(ana);
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(ana.page.getByRole("heading", { name: "Ben is here." })).toBeVisible();

  // Added: a practitioner, with a yes from both, who reads what was promised before.
  await makePromise(ana, app, { act: "ring from the tram", time: "18:00" });
  await expect(ana.page.getByText("ring from the tram", { exact: false }).first()).toBeVisible();
  await bringIn(ana, ben, cleo, "Cleo");
  await cleo.page.goto(`${app.origin}/talk`);
  await cleo.page.getByRole("button", { name: /Ana and Ben/ }).click();
  await cleo.page.getByRole("link", { name: "Promises" }).click();
  await expect(cleo.page.getByText("ring from the tram", { exact: false }).first()).toBeVisible();
  await expect(
    cleo.page.getByText("You, Ana and Ben can read this", { exact: false }).first(),
  ).toBeAttached();

  // Shared: from Private into the room for two, after a look at who reads it.
  await openPart(ana, app, /Try out words/);
  await ana.page.getByRole("button", { name: "Begin something" }).click();
  await ana.page.getByRole("button", { name: /An apology/ }).click();
  await ana.page.getByRole("textbox", { name: "Your words" }).fill(letter);
  await ana.page.getByRole("button", { name: /^To Ben/ }).click();
  await ana.page
    .getByRole("dialog")
    .getByRole("button", { name: /^Send to/ })
    .click();
  await ben.page.goto(`${app.origin}/together/words`);
  await expect(ben.page.getByText(letter)).toBeVisible();
  await cleo.page.goto(`${app.origin}/talk`);
  await cleo.page.getByRole("button", { name: /Ana and Ben/ }).click();
  await cleo.page.getByRole("link", { name: "Words they sent each other" }).click();
  await expect(cleo.page.getByText(letter)).toBeVisible();

  // Removed, and the room's key with them: what follows does not reach them, what was read stays.
  await ben.page.goto(`${app.origin}/together/people`);
  await ben.page.getByRole("button", { name: "End Cleo’s part here" }).click();
  await ben.page.getByRole("button", { name: "End it now" }).click();
  await expect(ben.page.getByRole("button", { name: "End Cleo’s part here" })).toBeHidden();
  await makePromise(ben, app, { act: "be at the harbour", time: "17:00" });
  await expectPromise(ana, app, "be at the harbour");
  await cleo.page.goto(`${app.origin}/talk`);
  await cleo.page.getByRole("button", { name: /Ana and Ben/ }).click();
  await expect(cleo.page.getByText("Nothing new reaches you", { exact: false })).toBeVisible();
  await expect(cleo.page.getByRole("button", { name: "End my part here" })).toHaveCount(0);
  await cleo.page.getByRole("link", { name: "Promises" }).click();
  await expect(cleo.page.getByText("ring from the tram", { exact: false }).first()).toBeVisible();
  await expect(cleo.page.getByText("be at the harbour", { exact: false })).toHaveCount(0);

  // A second device, by a code: it writes into the room at once.
  await phone.page.goto(await showCode(ana, app));
  await ana.page.getByRole("button", { name: "They are the same" }).click();
  await phone.page.getByLabel("A password for this device", { exact: true }).fill(otherPassword);
  await phone.page.getByRole("button", { name: "Open my place here" }).click();
  await expect(phone.page.getByRole("heading", { level: 1 })).toContainText("Ana");
  await makePromise(phone, app, { act: "leave the phone in the hall", time: "21:00" });
  await expectPromise(ben, app, "leave the phone in the hall");

  // The first one is lost: the phone signs it out, and the spare key opens the room on another browser.
  await openPart(phone, app, /Your devices/, otherPassword);
  await phone.page.getByRole("button", { name: "Sign it out for good" }).first().click();
  await phone.page.getByRole("button", { name: "Sign it out", exact: true }).click();
  await expect(phone.page.getByText(/Signed out/)).toBeVisible();
  await openWithKit(found, app, kit);
  await expect(found.page.getByRole("heading", { level: 1 })).toContainText("Ana");
  await expectPromise(found, app, "be at the harbour");

  // The record, from both sides, to the same item.
  const anas = await verified(await saveRecord(phone, app));
  const bens = await verified(await saveRecord(ben, app));
  expect(anas.members.map(({ role, until }) => [role, until !== undefined])).toEqual([
    ["partner", false],
    ["partner", false],
    ["practitioner", true],
  ]);
  expect(bens.members).toEqual(anas.members);
  expect(anas.bodies.own).toBeGreaterThan(0);
  expect(anas.bodies.withheld).toBeGreaterThan(0);

  // Ben leaves at once, his words erased: the record that Ana keeps still verifies, without them.
  await ben.page.goto(`${app.origin}/together/people`);
  await ben.page.getByRole("button", { name: "Leave this room" }).click();
  await ben.page.getByRole("radio", { name: /^Erase them/ }).check();
  await ben.page.getByRole("button", { name: "Leave now" }).click();
  await expect(ben.page.getByRole("button", { name: /A room you left/ })).toBeVisible();
  await ben.page.getByRole("button", { name: /A room you left/ }).click();
  await expectAccessible(ben.page);
  const kept = await verified(await saveFile(ben));
  expect(kept.bodies.own).toBeLessThan(bens.bodies.own);
  await ben.page.getByRole("link", { name: "Promises" }).click();
  await expect(ben.page.getByText("ring from the tram", { exact: false }).first()).toBeVisible();
  await expect(ben.page.getByText("be at the harbour", { exact: false })).toHaveCount(0);
  await expect(ben.page.getByRole("button", { name: "Make a promise" })).toHaveCount(0);
  await expectAccessible(ben.page);
  await ben.page.getByRole("link", { name: "A room you left" }).click();
  await ben.page.getByRole("link", { name: "Words you sent each other" }).click();
  await expect(ben.page.getByText(letter)).toBeVisible();
  await expectAccessible(ben.page);

  await phone.page.goto(`${app.origin}/together`);
  await expect(
    phone.page.getByRole("heading", { level: 1, name: "Your room waits for the other person." }),
  ).toBeVisible();
  const last = await verified(await saveRecord(phone, app));
  expect(last.bodies.erased).toBeGreaterThan(anas.bodies.erased);
  expect(last.members.filter(({ until }) => until === undefined)).toHaveLength(1);
  // The signed-out device asks and is refused: nothing else may have gone wrong.
  for (const { errors } of people) expect(errors.filter((error) => !/40[13]/.test(error))).toEqual([]);
});
