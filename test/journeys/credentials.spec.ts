import { randomBytes } from "node:crypto";
import { base64url, type CalendarDate, fromBase64url } from "@goldseam/core";
import { type ConfirmationFields, makeConfirmation } from "@goldseam/crypto/confirmation";
import { signingPairOf } from "@goldseam/crypto/open";
import { expect, expectAccessible, openPerson, startApp, test } from "./app.ts";
import { answerInvite, bringIn, makeAccount, makeInvite, unlock } from "./steps.ts";

const newHost = () => signingPairOf(new Uint8Array(randomBytes(32)));
const day = (days: number): CalendarDate =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10) as CalendarDate;

test("a practitioner is confirmed by the host, and counts once both partners have accepted it", {
  tag: "@long",
}, async ({ browser }) => {
  const [host, stranger] = [await newHost(), await newHost()];
  const app = await startApp(undefined, { host: { key: host.publicBytes } });
  const [ana, ben, cleo] = [
    await openPerson(browser, app),
    await openPerson(browser, app),
    await openPerson(browser, app),
  ];
  await makeAccount(ana, app, "Ana");
  await answerInvite(ben, await makeInvite(ana), "Ben");
  await expect(ana.page.getByRole("heading", { name: "Ben is here." })).toBeVisible();
  await bringIn(ana, ben, cleo, "Cleo Marsh");
  await expect(ana.page.getByText("This host has not confirmed what they do.")).toBeVisible();

  await cleo.page.goto(`${app.origin}/talk`);
  await unlock(cleo);
  await cleo.page.getByRole("link", { name: /Your credentials/ }).click();
  await expectAccessible(cleo.page);
  await cleo.page.getByRole("radio", { name: "couple therapist" }).check();
  await cleo.page.getByRole("button", { name: "Say this in my rooms" }).click();
  await expect(cleo.page.getByText("It stands in your rooms now.")).toBeVisible();
  await expect(ana.page.getByText("says: couple therapist")).toBeVisible();

  const code = await cleo.page.getByLabel("Your code").inputValue();
  const identity = fromBase64url(code);
  if (!identity.ok) throw new Error("the code is base64url");
  const found: ConfirmationFields = {
    identity: identity.value,
    thing: "tier A",
    title: "Psychotherapist",
    register: "Example Chamber",
    number: "17/4",
    date: day(-1),
    end: day(300),
  };
  const paste = async (statement: string) => {
    await cleo.page.getByLabel("What your host signed").fill(statement);
    await cleo.page.getByRole("button", { name: "Give it to my rooms", exact: true }).click();
  };
  await paste("hello");
  await expect(cleo.page.getByText("That is not a whole statement.", { exact: false })).toBeVisible();
  await paste(base64url(await makeConfirmation(found, stranger)));
  await expect(cleo.page.getByText("That was signed by another host", { exact: false })).toBeVisible();
  await expectAccessible(cleo.page);
  await paste(base64url(await makeConfirmation(found, host)));
  await expect(cleo.page.getByText("It is in your rooms now.")).toBeVisible();
  await expect(cleo.page.getByText("Given; it counts when both have accepted it")).toBeVisible();
  await expectAccessible(cleo.page);

  for (const one of [ana, ben]) {
    await one.page.goto(`${app.origin}/together/people`);
    await expect(
      one.page.getByRole("heading", { name: "This host confirms something of Cleo Marsh" }),
    ).toBeVisible();
    await expectAccessible(one.page);
    await one.page.getByRole("button", { name: "I accept it" }).click();
    await expect(one.page.getByRole("button", { name: "I accept it" })).toBeHidden();
  }
  for (const one of [ana, ben]) {
    await expect(one.page.getByText("Confirmed by this host, and accepted by you both")).toBeVisible();
    await expect(one.page.getByText("Psychotherapist, Example Chamber, number 17/4")).toBeVisible();
  }
  await expect(cleo.page.getByText("Both have accepted it")).toBeVisible();
  await expectAccessible(ben.page);

  // Either takes their word back at any time.
  await ben.page.getByRole("button", { name: "Accept it no longer" }).click();
  await expect(ana.page.getByText("This host has not confirmed what they do.")).toBeVisible();
  await expect(ana.page.getByText("It counts when your partner has, too.", { exact: false })).toBeVisible();
  for (const { errors } of [ana, ben, cleo]) expect(errors).toEqual([]);
  await app.close();
});
