import { expect, expectAccessible, openPerson, test } from "./app.ts";
import { makeAccount, unlock } from "./steps.ts";

test("[DV.11] words can be hidden behind the password, and a page in the background shows nothing", async ({
  browser,
  app,
}) => {
  const ana = await openPerson(browser, app);
  const { page } = ana;
  await makeAccount(ana, app, "Ana");
  await page.goto(`${app.origin}/notes`);
  await unlock(ana);
  const line = page.getByText("What you write here is sealed");
  const colour = () => line.evaluate((one) => getComputedStyle(one).color);
  const ink = await colour();
  await page.getByRole("button", { name: "Hide words" }).click();
  await expect(page.getByRole("button", { name: "Hide words" })).toHaveAttribute("aria-pressed", "true");
  await expect.poll(colour).toBe("rgba(0, 0, 0, 0)");
  await line.hover();
  await page.mouse.down();
  await expect.poll(colour).toBe(ink);
  await page.mouse.up();
  await expect.poll(colour).toBe("rgba(0, 0, 0, 0)");
  await page.getByRole("button", { name: "Hide words" }).click();
  await expectAccessible(page);

  // The quiet view is kept on this device, for the next time too.
  await page.getByRole("button", { name: /Quiet view/ }).click();
  await page.reload();
  await unlock(ana);
  await expect.poll(colour).toBe("rgba(0, 0, 0, 0)");

  const shown = () => page.evaluate(() => getComputedStyle(document.body).opacity);
  const turn = (state: "hidden" | "visible") =>
    page.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
      Object.defineProperty(document, "hasFocus", { value: () => true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await turn("hidden");
  expect(await shown()).toBe("0");
  await turn("visible");
  expect(await shown()).toBe("1");
  await page.evaluate(() => {
    Object.defineProperty(document, "hasFocus", { value: () => false, configurable: true });
    dispatchEvent(new Event("blur"));
  });
  expect(await shown()).toBe("0");
  expect(ana.errors).toEqual([]);
});
