import { expect, expectAccessible, openPerson, test } from "./app.ts";
import { makeAccount, password } from "./steps.ts";

const text = "I'm sorry I lied about Friday, but you never listen to me anyway.";

test("a person tries out hard words in Private: the coach explains, waves away, and sends nothing", async ({
  browser,
  app,
}) => {
  const { page, errors, requests } = await openPerson(browser, app);
  await makeAccount({ page, errors, requests }, app, "Ana");
  await page.goto(new URL("/notes", page.url()).href);
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("link", { name: /Try out words/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin something" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: /An apology/ }).click();
  await page.getByRole("textbox", { name: "Your words" }).pressSequentially(text);
  const wave = page.getByRole("button", { name: /wave/i });
  await expect(wave.first()).toBeVisible();
  await expectAccessible(page);
  const before = await wave.count();
  await wave.first().click();
  await expect(wave).toHaveCount(before - 1);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Kept, for you alone.")).toBeVisible();
  await page.getByRole("button", { name: "Words you are trying out" }).click();
  await expect(page.getByText(/I'm sorry I lied about Friday/)).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: /An apology/ }).click();
  await expect(page.getByRole("textbox", { name: "Your words" })).toHaveValue(text);
  await expect(wave).toHaveCount(before - 1);
  await page.getByRole("button", { name: "Put it away for good" }).click();
  await page.getByRole("button", { name: "Erase them" }).click();
  await expect(page.getByText("Nothing is kept here yet.")).toBeVisible();
  expect(requests.filter((address) => address.includes("lied"))).toEqual([]);
  expect(errors).toEqual([]);
});
