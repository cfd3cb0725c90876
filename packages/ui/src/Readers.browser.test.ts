import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import Readers from "./Readers.svelte";
import "./style.css";

test.each([
  [{}, "Only you can read this", "100"],
  [{ partner: "Robin" }, "You and Robin can read this", "110"],
  [{ practitioner: "Kim" }, "You and Kim can read this", "101"],
  [{ partner: "Robin", practitioner: "Kim" }, "You, Robin and Kim can read this", "111"],
  [{ me: false }, "Nobody: it is not kept", "000"],
  [{ partners: [null, null] as const }, "Only you can read this", "001"],
  [{ partners: ["Robin", "Jules"] as const }, "You, Robin and Jules can read this", "111"],
  [{ partner: "Robin", tense: "future" as const }, "Robin will read this. It can’t be unsent.", "110"],
  [{ me: false, text: "Your answer is not kept" }, "Your answer is not kept", "000"],
])("%o", async (props, words, marks) => {
  const { container } = await render(Readers, props);
  await expect.element(page.getByText(words)).toBeVisible();
  expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
  const drawn = [...container.querySelectorAll("circle")].map((mark) =>
    mark.classList.contains("on") ? "1" : "0",
  );
  expect(drawn.join("")).toBe(marks);
});

test("fewer words for the eye, all of them for the ear", async () => {
  const { container } = await render(Readers, { partner: "Robin", short: true });
  expect(container.querySelector("[aria-hidden='true']:not(svg)")?.textContent).toBe("You and Robin");
  expect(container.querySelector(".sr")?.textContent).toBe("You and Robin can read this");
});

test("it can open the sheet that says more", async () => {
  let pressed = 0;
  await render(Readers, { partner: "Robin", onpress: () => pressed++ });
  await page.getByRole("button", { name: "You and Robin can read this" }).click();
  expect(pressed).toBe(1);
});
