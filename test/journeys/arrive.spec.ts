import { expect, expectAccessible, openPerson, test } from "./app.ts";
import { fillAccount, makeAccount, makeAndProveKit, password } from "./steps.ts";

test("every door of the landing page says what is behind it", async ({ app, browser }) => {
  const { page, errors, requests } = await openPerson(browser, app);
  await page.goto(app.origin);
  await expect(page).toHaveTitle("Notes");
  await expect(
    page.getByRole("heading", { level: 1, name: "A quiet place for when trust has broken" }),
  ).toBeVisible();
  await expectAccessible(page);
  const doors = [
    ["Help me right now", "You are here. That is enough for this minute."],
    ["I’m a practitioner", "For the person who holds the middle"],
    ["Is this phone private?", "Is this phone private?"],
    ["Start alone", "A place of your own, in two lines"],
    ["Start as a couple", "A place of your own, in two lines"],
    ["Open with a spare key", "Open with a spare key"],
  ] as const;
  for (const [door, title] of doors) {
    await page.goto(app.origin);
    await page.getByRole("link", { name: new RegExp(door) }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    expect(await page.title()).toMatch(/^(Notes|Reading)$/);
  }
  expect(errors).toEqual([]);
  expect(requests.filter((address) => !address.startsWith(app.origin))).toEqual([]);
});

test("an account is made without a login name, and its kit is proved by three of its words", async ({
  app,
  browser,
}) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await page.goto(`${app.origin}/notes/new`);
  await page.getByLabel("A password for this device", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Make my place" }).click();
  await expect(page.getByText("Write a name of up to 40 letters.")).toBeVisible();
  await expect(page.getByText("Make it at least 12 characters long.")).toBeVisible();
  await expect(page.getByLabel("What should we call you?")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("A password for this device", { exact: true }).fill("aaaaaaaaaaaaaaaa");
  await page.getByRole("button", { name: "Make my place" }).click();
  await expect(page.getByText("This one is easy to guess.")).toBeVisible();
  await makeAccount(ana, app, "Ana");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make a spare key" }).click();
  await expect(page.getByRole("heading", { name: "Or hold this to the camera" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have it on paper" }).click();
  for (const field of await page.getByRole("textbox").all()) await field.fill("wrong");
  await page.getByRole("button", { name: "Check these words" }).click();
  await expect(page.getByText("Look once more.").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${app.origin}/notes/spare`);
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await makeAndProveKit(ana);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Invite your partner, once" })).toBeVisible();
  expect(ana.errors).toEqual([]);
});

test("the kit opens the account on another browser; a wrong one says what is wrong", async ({
  app,
  browser,
}) => {
  const ana = await openPerson(browser, app);
  await makeAccount(ana, app, "Ana");
  const kit = await makeAndProveKit(ana);
  const { page, errors } = await openPerson(browser, app);
  await page.goto(`${app.origin}/notes/key`);
  const words = page.getByLabel("The fifteen words");
  const open = page.getByRole("button", { name: "Open my place" });
  await page.getByLabel("A password for this device", { exact: true }).fill("another long password");
  await words.fill(kit.slice(1).join(" "));
  await open.click();
  await expect(page.getByText("A spare key has fifteen words. Here are 14.")).toBeVisible();
  await words.fill(["zzzz", ...kit.slice(1)].join(" "));
  await open.click();
  await expect(page.getByText("Word 1 is not on the list")).toBeVisible();
  await expectAccessible(page);
  await words.fill(kit.toReversed().join(" "));
  await open.click();
  await expect(page.getByText(/do not belong together|No account opens with these words/)).toBeVisible();
  await words.fill(kit.join(" ").toUpperCase());
  await open.click();
  await expect(page.getByRole("heading", { level: 1, name: /One thing for now/ })).toBeVisible();
  expect(errors.filter((error) => !error.includes("403"))).toEqual([]);
});

test("without a connection the account page says so and keeps what was typed", async ({ app, browser }) => {
  const { page } = await openPerson(browser, app);
  await page.goto(`${app.origin}/notes/new`);
  await page.getByLabel("What should we call you?").fill("Ana");
  await page.context().setOffline(true);
  await page.getByLabel("A password for this device", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Make my place" }).click();
  await expect(page.getByRole("alert")).toContainText("There is no connection to the server right now.");
  await expect(page.getByLabel("What should we call you?")).toHaveValue("Ana");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Make my place" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A spare key, in fifteen words" })).toBeVisible();
});

test("Private opens with the password alone, and a wrong one changes nothing", async ({ app, browser }) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.goto(`${app.origin}/notes`);
  await expectAccessible(page);
  await page.getByLabel("Your password", { exact: true }).fill("not this one at all");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("That is not the password of this device.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Only yours" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close Private" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: /Private opens with your password/ }),
  ).toBeVisible();
  await page.goto(`${app.origin}/talk`);
  await expect(page.getByRole("heading", { level: 1, name: "No practitioner yet" })).toBeVisible();
  await expectAccessible(page);
});

test("Private closes itself after two quiet minutes", async ({ app, browser }) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.clock.install();
  await page.goto(`${app.origin}/notes`);
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Only yours" })).toBeVisible();
  await page.clock.runFor("02:10");
  await expect(
    page.getByRole("heading", { level: 1, name: /Private opens with your password/ }),
  ).toBeVisible();
});

test("until the kit is proved the app says what would be lost, and more plainly after three days", async ({
  app,
  browser,
}) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.goto(`${app.origin}/today`);
  await expect(page.getByRole("link", { name: /Make your spare key/ })).toBeVisible();
  await page.clock.install({ time: Date.now() + 4 * 86_400_000 });
  await page.goto(`${app.origin}/today`);
  await expect(page.getByText("You have no spare key yet.")).toBeVisible();
  await expectAccessible(page);
});

test("someone who starts alone has a whole place, and nothing waits for anyone", async ({ app, browser }) => {
  const { page } = await openPerson(browser, app);
  await page.goto(`${app.origin}/notes/new/alone`);
  await fillAccount(page, "Sam");
  await page.getByRole("button", { name: "Later, within three days" }).click();
  await expect(page.getByText("Nothing here waits for anyone.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Together", exact: true }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "This is for two. Nothing here waits for anyone." }),
  ).toBeVisible();
  await expectAccessible(page);
});

test("a browser that cannot seal anything is told so, and Exit still works", async ({ app, browser }) => {
  const { page } = await openPerson(browser, app);
  await page.addInitScript(() => {
    const real = crypto.subtle.generateKey.bind(crypto.subtle);
    crypto.subtle.generateKey = ((algorithm: unknown, ...rest: [boolean, KeyUsage[]]) =>
      algorithm === "X25519"
        ? Promise.reject(new DOMException("no such algorithm", "NotSupportedError"))
        : real(algorithm as AlgorithmIdentifier, ...rest)) as typeof crypto.subtle.generateKey;
  });
  await page.goto(app.origin);
  await expect(page.getByRole("heading", { level: 1, name: "This does not work here yet" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Exit", exact: true }).click();
  await page.waitForURL(app.neutralPage);
});
