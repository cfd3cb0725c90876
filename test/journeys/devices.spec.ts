import { expect, expectAccessible, openPerson, type Person, test } from "./app.ts";
import {
  answerInvite,
  makeAccount,
  makeAndProveKit,
  makeInvite,
  openPart,
  openPrivate,
  openWithKit,
  otherPassword,
  password,
  showCode,
} from "./steps.ts";

async function keepDraft({ page }: Person, text: string): Promise<void> {
  await page.getByRole("button", { name: "Begin something" }).click();
  await page.getByRole("button", { name: /^A question/ }).click();
  await page.getByRole("textbox", { name: "Your words" }).fill(text);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Kept, for you alone.")).toBeVisible();
}

test("a second device is added by a code, after two words were compared, and reads what is private at once", async ({
  browser,
  app,
}) => {
  const [ana, phone] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  await openPart(ana, app, /Try out words/);
  await keepDraft(ana, "What did you mean on Sunday?");

  const link = await showCode(ana, app);
  expect(link).toContain(`${app.origin}/notes/add#`);
  await expectAccessible(ana.page);
  await phone.page.goto(link);
  const words = (one: Person) =>
    one.page.getByRole("list", { name: "Two words to compare" }).getByRole("listitem");
  await expect(words(phone)).toHaveCount(2);
  await expect(words(ana)).toHaveCount(2);
  expect(await words(phone).allInnerTexts()).toEqual(await words(ana).allInnerTexts());
  expect(phone.page.url()).toBe(`${app.origin}/notes/add`);
  await expectAccessible(phone.page);
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "They are the same" }).click();
  await expect(ana.page.getByRole("heading", { name: "The other device may go on." })).toBeVisible();

  await phone.page.getByLabel("A password for this device", { exact: true }).fill(otherPassword);
  await expectAccessible(phone.page);
  await phone.page.getByRole("button", { name: "Open my place here" }).click();
  await expect(phone.page.getByRole("heading", { level: 1 })).toContainText("Ana");
  await openPart(phone, app, /Try out words/, otherPassword);
  await expect(phone.page.getByText("What did you mean on Sunday?")).toBeVisible();
  expect([...ana.errors, ...phone.errors]).toEqual([]);
});

test("the first device says that another was added, until its person knows it, and both have names", {
  tag: "@long",
}, async ({ browser, app }) => {
  const [ana, phone] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  await phone.page.goto(await showCode(ana, app));
  await ana.page.getByRole("button", { name: "They are the same" }).click();
  await phone.page.getByLabel("A password for this device", { exact: true }).fill(otherPassword);
  await phone.page.getByRole("button", { name: "Open my place here" }).click();
  await expect(phone.page.getByRole("heading", { level: 1 })).toContainText("Ana");
  await openPrivate(ana, app);
  await expect(ana.page.getByText("A device was added to your place.")).toBeVisible();
  await ana.page.getByRole("link", { name: "Look at your devices" }).click();
  await expect(ana.page.getByText("Added from another device").first()).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "I know it" }).click();
  await expect(ana.page.getByText("A device was added.")).toBeHidden();
  await ana.page.getByRole("button", { name: "Give it a name" }).last().click();
  await ana.page.getByLabel("What you call it").fill("The blue phone");
  await ana.page.getByRole("button", { name: "Keep the name" }).click();
  await expect(ana.page.getByText("The blue phone")).toBeVisible();
  expect([...ana.errors, ...phone.errors]).toEqual([]);
});

test("a code is refused where the words differ, and after its minute", async ({ browser, app }) => {
  const [ana, phone] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  const link = await showCode(ana, app);
  await phone.page.goto(link);
  await expect(phone.page.getByRole("list", { name: "Two words to compare" })).toBeVisible();
  await ana.page.getByRole("button", { name: "They are not" }).click();
  await expect(phone.page.getByText(/Make another one on your other device/)).toBeVisible();
  await expectAccessible(phone.page);
  await phone.page.goto(`${app.origin}/notes/add`);
  await expect(phone.page.getByText(/This address holds no code/)).toBeVisible();
});

test("a device from the spare key waits a day for what is private, keeps what is written on it, and can be signed out", async ({
  browser,
}) => {
  const { startApp } = await import("./app.ts");
  const app = await startApp(Date.UTC(2026, 2, 2, 9));
  const [ana, other] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  const kit = await makeAndProveKit(ana);
  await openWithKit(other, app, kit);
  await expect(other.page.getByRole("heading", { level: 1 })).toContainText("Good");
  await openPrivate(other, app, otherPassword);
  await expect(other.page.getByText(/comes a day after/)).toBeVisible();
  await other.page.getByRole("link", { name: /Try out words/ }).click();
  await keepDraft(other, "Written on the new device");
  await other.page.goto(`${app.origin}/notes`);
  await openPart(other, app, /Change the password/, otherPassword);
  await other.page.getByLabel("The new password", { exact: true }).fill("eleven calm river stones");
  await other.page.getByRole("button", { name: "Change it" }).click();
  await expect(other.page.getByText(/waits a day before it can do this/)).toBeVisible();

  // Both put the app away for the day; an open page would cover itself.
  for (const { page } of [ana, other]) await page.goto("about:blank");
  app.clock.now! += 24 * 60 * 60 * 1_000;
  for (const { page } of [ana, other]) await page.clock.setFixedTime(app.clock.now!);
  await openPart(other, app, /Try out words/, otherPassword);
  await expect(other.page.getByText("Written on the new device")).toBeVisible();
  await openPart(ana, app, /Try out words/);
  await expect(ana.page.getByText("Written on the new device")).toBeVisible();

  await openPart(ana, app, /Your devices/);
  await ana.page.getByRole("button", { name: "Sign it out for good" }).click();
  await ana.page.getByRole("button", { name: "Sign it out", exact: true }).click();
  await expect(ana.page.getByText(/Signed out/)).toBeVisible();
  await expectAccessible(ana.page);
  await app.close();
});

test("a device kept for Private alone stays out of the room for two until its person lets it in", {
  tag: "@long",
}, async ({ browser, app }) => {
  const people = [
    await openPerson(browser, app),
    await openPerson(browser, app),
    await openPerson(browser, app),
  ];
  const [ana, ben, phone] = people as [Person, Person, Person];
  await makeAccount(ana, app, "Ana");
  const kit = await makeAndProveKit(ana);
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(ana.page.getByRole("heading", { level: 1 })).toContainText("Ben");
  await openWithKit(phone, app, kit, "Private alone");
  await expect(phone.page).toHaveURL(`${app.origin}/notes`);
  await phone.page.getByRole("link", { name: "Together" }).click();
  await expect(
    phone.page.getByRole("heading", { name: "On this device there is only Private." }),
  ).toBeVisible();
  await expectAccessible(phone.page);
  await openPart(phone, app, /Your devices/, otherPassword);
  await expectAccessible(phone.page);
  await phone.page.getByRole("button", { name: "Use it for the room for two as well" }).click();
  const both = phone.page.getByRole("button", { name: "Use it for both" });
  await both.click();
  await expect(both).toBeHidden();
  await phone.page.goto(`${app.origin}/together`);
  await expect(phone.page.getByRole("heading", { name: /You are both here/ })).toBeVisible();
});

test("Private opens with this device's own lock, where nobody else can unlock the device", async ({
  browser,
  app,
}) => {
  const ana = await openPerson(browser, app);
  const devtools = await ana.page.context().newCDPSession(ana.page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await makeAccount(ana, app, "Ana");
  await openPart(ana, app, /Open with this device/);
  await ana.page.getByRole("radio", { name: /Yes, or I am not sure/ }).check();
  await expect(ana.page.getByText(/the password is safer/)).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.getByRole("radio", { name: "No, only me" }).check();
  await ana.page.getByRole("button", { name: /Use this device/ }).click();
  await expect(ana.page.getByText(/Private opens with this device/)).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.goto(`${app.origin}/notes`);
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "Open with this device’s lock" }).click();
  await expect(ana.page.getByRole("heading", { level: 1, name: "Only yours" })).toBeVisible();
  await ana.page.getByRole("link", { name: /Open with this device/ }).click();
  const alone = ana.page.getByRole("button", { name: "Use the password alone again" });
  await alone.click();
  // Done once the page says so: leaving it before would leave the device's lock as it was.
  await expect(alone).toBeHidden();
  await ana.page.goto(`${app.origin}/notes`);
  await expect(ana.page.getByLabel("Your password")).toBeVisible();
  await expect(ana.page.getByRole("button", { name: /lock/ })).toBeHidden();
});

test("a changed password opens this device", async ({ browser, app }) => {
  const ana = await openPerson(browser, app);
  await makeAccount(ana, app, "Ana");
  await openPart(ana, app, /Change the password/);
  await ana.page.getByLabel("The new password", { exact: true }).fill("short");
  await ana.page.getByRole("button", { name: "Change it" }).click();
  await expect(ana.page.getByRole("textbox", { name: "The new password" })).toHaveAccessibleDescription(/12/);
  await expectAccessible(ana.page);
  await ana.page.getByLabel("The new password", { exact: true }).fill("eleven calm river stones");
  await ana.page.getByRole("button", { name: "Change it" }).click();
  await expect(ana.page.getByText("From now on the new password opens this device.")).toBeVisible();
  await openPart(ana, app, /Your devices/, "eleven calm river stones");
  await expect(ana.page.getByText("This device", { exact: true })).toBeVisible();
});

test("a person deletes everything, with their words in the room for two", async ({ browser, app }) => {
  const [ana, ben] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(ana.page.getByRole("heading", { level: 1 })).toContainText("Ben");
  await openPart(ana, app, /Delete everything/);
  await expectAccessible(ana.page);
  await ana.page.getByRole("radio", { name: /^Erase them/ }).check();
  await ana.page.getByRole("button", { name: "Go on" }).click();
  await ana.page.getByLabel("Your password").fill("not the password at all");
  await ana.page.getByRole("button", { name: "Delete it all" }).click();
  await expect(ana.page.getByText(/not the password of this device/)).toBeVisible();
  await ana.page.getByLabel("Your password").fill(password);
  await ana.page.getByRole("button", { name: "Delete it all" }).click();
  await expect(ana.page.getByRole("link", { name: /Start as a couple/ })).toBeVisible();
  await ana.page.goto(`${app.origin}/today`);
  await expect(ana.page.getByRole("link", { name: /Start as a couple/ })).toBeVisible();
  // What was on its way when the account ended is answered that there is no session.
  expect(ana.errors.filter((error) => !error.includes("401"))).toEqual([]);
  expect(ben.errors).toEqual([]);
});

test("a person signs out here, and the browser forgets the place", async ({ browser, app }) => {
  const ben = await openPerson(browser, app);
  await makeAccount(ben, app, "Ben");
  await openPart(ben, app, /Your devices/);
  await ben.page.getByRole("button", { name: /Sign out here/ }).click();
  await expect(ben.page.getByText(/your only device and you have no spare key/)).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.getByRole("button", { name: "Sign out and forget" }).click();
  await expect(ben.page.getByRole("link", { name: /Start as a couple/ })).toBeVisible();
  expect(ben.errors).toEqual([]);
});
