import { expect, openPerson, test } from "./app.ts";
import { makeAccount, password } from "./steps.ts";

test("Exit leaves at once, back shows nothing, and coming back needs the password", async ({
  app,
  browser,
}) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.goto(`${app.origin}/together`);
  await page.getByRole("link", { name: "Exit", exact: true }).click();
  await page.waitForURL(app.neutralPage);
  expect((await page.context().cookies(app.origin)).filter(({ name }) => name.includes("session"))).toEqual(
    [],
  );
  await page.goBack();
  await expect(page.getByRole("heading", { name: /Your room waits/ })).toHaveCount(0);
  await page.goto(`${app.origin}/today`);
  await expect(page.getByRole("heading", { level: 1, name: "Closed for now" })).toBeVisible();
  await page.getByLabel("Your password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Ana/ })).toBeVisible();
});

test("Shift three times leaves, also on a public page", async ({ app, browser }) => {
  const { page } = await openPerson(browser, app);
  await page.goto(app.origin);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await page.waitForURL(app.neutralPage);
});

test("Exit works without script", async ({ app, browser }) => {
  const { page } = await openPerson(browser, app, { javaScriptEnabled: false });
  await page.goto(`${app.origin}/today`);
  await page.getByRole("link", { name: "Exit" }).click();
  await page.waitForURL(app.neutralPage);
});

test("offline, the app opens and Exit shows a blank page", async ({ app, browser }) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await page.goto(`${app.origin}/together`);
  await expect(
    page.getByRole("heading", { level: 1, name: "Your room waits for the other person." }),
  ).toBeVisible();
  await expect(page.getByText("You are offline.")).toBeVisible();
  await page.getByRole("link", { name: "Exit", exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.body.textContent)).toBe("");
  await expect(page).toHaveTitle("New tab");
});

test("an address that is none leads to the first page, with its Exit", async ({ app, browser }) => {
  const { page } = await openPerson(browser, app);
  await page.goto(`${app.origin}/no-such-page`);
  await expect(
    page.getByRole("heading", { level: 1, name: "A quiet place for when trust has broken" }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Exit", exact: true })).toBeVisible();
});
