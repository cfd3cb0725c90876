import { expect, expectAccessible, openPerson, test } from "./app.ts";
import { makeAccount, makeAndProveKit, password } from "./steps.ts";

test("a person signs out another own device for good, and changes the password of this one", async ({
  browser,
  app,
}) => {
  const [ana, other] = [await openPerson(browser, app), await openPerson(browser, app)];
  await makeAccount(ana, app, "Ana");
  const kit = await makeAndProveKit(ana);
  await other.page.goto(`${app.origin}/notes/key`);
  await other.page.getByRole("textbox").first().fill(kit.join(" "));
  await other.page
    .getByLabel("A password for this device", { exact: true })
    .fill("another quiet harbour wall");
  await other.page.getByRole("button", { name: /Open/ }).click();
  await expect(other.page.getByRole("heading", { level: 1 })).toContainText("Ana");

  const open = async (to: RegExp, secret = password): Promise<void> => {
    await ana.page.goto(`${app.origin}/notes`);
    await ana.page.getByLabel("Your password").fill(secret);
    await ana.page.getByRole("button", { name: "Open" }).click();
    await ana.page.getByRole("link", { name: to }).click();
  };
  await open(/Your devices/);
  await expect(ana.page.getByText("This device")).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.getByRole("button", { name: "Sign it out for good" }).click();
  await ana.page.getByRole("button", { name: "Sign it out", exact: true }).click();
  await expect(ana.page.getByText(/Signed out/)).toBeVisible();

  await open(/Change the password/);
  await ana.page.getByLabel("The new password", { exact: true }).fill("short");
  await ana.page.getByRole("button", { name: "Change it" }).click();
  await expect(ana.page.getByRole("textbox", { name: "The new password" })).toHaveAccessibleDescription(/12/);
  await expectAccessible(ana.page);
  await ana.page.getByLabel("The new password", { exact: true }).fill("eleven calm river stones");
  await ana.page.getByRole("button", { name: "Change it" }).click();
  await expect(ana.page.getByText("From now on the new password opens this device.")).toBeVisible();
  await open(/Your devices/, "eleven calm river stones");
  await expect(ana.page.getByText("This device")).toBeVisible();
});
