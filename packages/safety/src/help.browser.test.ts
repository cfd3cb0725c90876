import type { CalendarDate } from "@goldseam/core";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import "@goldseam/ui/style.css";
import type { Country } from "./index.ts";
import { HelpPage } from "./screens.ts";

const today = "2026-12-01" as CalendarDate;

beforeEach(() => {
  document.documentElement.lang = "en";
});
afterEach(() => {
  delete document.documentElement.dataset.scheme;
});

test("[SU.1] the lines of the person's country are on the page, as text", async () => {
  const screen = await render(HelpPage, { country: "IE" as Country, today });
  await expect.element(screen.getByText("Call 116 123")).toBeVisible();
  await expect.element(screen.getByText("Call 999")).toBeVisible();
  expect(document.querySelectorAll("a[href^='tel:'], a[href^='http']")).toHaveLength(0);
});

test("[HL.1] without a country every country's lines are there, and choosing one by keyboard leaves its own", async () => {
  const chosen: Country[] = [];
  const screen = await render(HelpPage, {
    country: null,
    today,
    oncountry: (country: Country) => chosen.push(country),
  });
  await expect.element(screen.getByText("Call 988")).toBeVisible();
  await expect.element(screen.getByText("Call 113", { exact: true })).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText("Where you are"), "Netherlands");
  expect(chosen).toEqual(["NL"]);
  await expect.element(screen.getByText("Call 988")).not.toBeInTheDocument();
  await expect.element(screen.getByText("Call 113", { exact: true })).toBeVisible();
});

test("[SU.2][SU.3] it tells nobody by itself, says so, and telling is one press with the hours of cover beside it", async () => {
  let told = 0;
  const screen = await render(HelpPage, {
    country: "DE" as Country,
    today,
    practitioner: { name: "Kim", cover: null, ontell: () => told++ },
  });
  await expect.element(screen.getByText(/Nobody reads this in real time/)).toBeVisible();
  await expect.element(screen.getByText(/Kim may not see it soon/)).toBeVisible();
  expect(told).toBe(0);
  await userEvent.click(screen.getByRole("button", { name: /Tell Kim/ }));
  expect(told).toBe(1);
});

test("[SU.7] it asks for no promise and leads back when the person wants", async () => {
  let back = 0;
  const screen = await render(HelpPage, { country: "US" as Country, today, ongoon: () => back++ });
  expect(document.body.textContent).not.toMatch(/promise|contract/i);
  await userEvent.click(screen.getByRole("button", { name: "Go on with the questions" }));
  expect(back).toBe(1);
});

describe.each(["light", "dark"])("axe finds nothing in the %s", (scheme) => {
  test.each([null, "GB"] as const)("with %s chosen", async (country) => {
    document.documentElement.dataset.scheme = scheme;
    await render(HelpPage, { country, today, ongoon: () => {}, onstop: () => {} });
    const off = ["region", "page-has-heading-one", "landmark-one-main", "heading-order"];
    const { violations } = await axe.run(document, {
      rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  });
});
