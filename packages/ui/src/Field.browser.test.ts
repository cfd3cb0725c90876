import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import Choice from "./Choice.svelte";
import Field from "./Field.svelte";
import { focusFirstError } from "./focus.ts";
import PasswordField from "./PasswordField.svelte";
import "./style.css";

test("the hint describes the field; there is no error until one is given", async () => {
  const screen = await render(Field, { label: "What happened", hint: "Robin reads it." });
  const field = screen.getByRole("textbox", { name: "What happened" });
  await expect.element(field).toHaveAccessibleDescription("Robin reads it.");
  await expect.element(field).not.toHaveAttribute("aria-invalid");
  await expect.element(field).toHaveAttribute("autocomplete", "off");
});

test("an error stands above the field, describes it before the hint, and gets the focus", async () => {
  const screen = await render(Field, { label: "Due by", hint: "Any time tomorrow." });
  await screen.rerender({ error: "This time has passed. Choose one still to come." });
  const field = screen.getByRole("textbox", { name: "Due by" });
  await expect.element(field).toHaveAttribute("aria-invalid", "true");
  await expect
    .element(field)
    .toHaveAccessibleDescription("This time has passed. Choose one still to come. Any time tomorrow.");
  const error = screen.getByText("This time has passed. Choose one still to come.").element();
  expect(error.getBoundingClientRect().bottom).toBeLessThanOrEqual(
    field.element().getBoundingClientRect().top,
  );
  focusFirstError(document);
  await expect.element(field).toHaveFocus();
});

test("it checks on leaving and grows with its words", async () => {
  const left: string[] = [];
  const screen = await render(Field, {
    label: "In your words",
    long: true,
    onleave: (value: string) => left.push(value),
  });
  const field = screen.getByRole("textbox", { name: "In your words" });
  const before = field.element().getBoundingClientRect().height;
  await userEvent.fill(field, "One line.\nAnother.\nA third.\nA fourth.\nA fifth.");
  expect(left).toEqual([]);
  expect(field.element().getBoundingClientRect().height).toBeGreaterThan(before);
  await userEvent.tab();
  expect(left).toHaveLength(1);
});

test("a password is hidden until its words are asked for, and stays", async () => {
  const screen = await render(PasswordField, { label: "Password" });
  const field = screen.getByLabelText("Password");
  await userEvent.fill(field, "four plain words here");
  await expect.element(field).toHaveAttribute("type", "password");
  await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  await expect.element(field).toHaveAttribute("type", "text");
  await expect.element(field).toHaveValue("four plain words here");
  await userEvent.click(screen.getByRole("button", { name: "Hide password" }));
  await expect.element(field).toHaveAttribute("type", "password");
});

test("a choice starts with nothing chosen, and its error leads to it", async () => {
  const screen = await render(Choice, {
    legend: "Who starts?",
    options: [
      { value: "me", label: "I do" },
      { value: "other", label: "Robin" },
    ],
    error: "Choose one.",
  });
  await expect
    .element(screen.getByRole("group", { name: "Who starts?" }))
    .toHaveAccessibleDescription("Choose one.");
  for (const name of ["I do", "Robin"])
    await expect.element(screen.getByRole("radio", { name })).not.toBeChecked();
  focusFirstError(document);
  await expect.element(screen.getByRole("radio", { name: "I do" })).toHaveFocus();
});
