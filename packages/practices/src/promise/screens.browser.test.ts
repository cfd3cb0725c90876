import type { CalendarDate, MemberId, RecordedEvent } from "@goldseam/core";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import "@goldseam/ui/style.css";
import { at, homeBySix, jules, mostlyKept, recordedAs, robin, sampleId, samplePromiseId } from "./samples.ts";
import { promiseScreen } from "./screen.ts";
import { SampleRoom } from "./screen-samples.ts";
import { beginVisit } from "./today-thing.ts";

const { Page, Today } = promiseScreen;
const monday = (time: string) => at("2026-03-02", time);
const evening = at("2026-03-10", "20:45");

/** A screen, the room behind it, and a way to draw what was written. */
async function shown(
  component: typeof Page | typeof Today,
  history: readonly RecordedEvent[],
  { me = jules, now = evening }: { me?: MemberId; now?: ReturnType<typeof at> } = {},
) {
  const sample = new SampleRoom(history);
  const screen = await render(component, sample.props(me, now));
  const button = (name: string | RegExp) => screen.getByRole("button", { name });
  return {
    screen,
    sample,
    button,
    press: (name: string | RegExp) => userEvent.click(button(name)),
    update: () => screen.rerender(sample.props(me, now)),
  };
}

beforeEach(() => {
  beginVisit();
  document.documentElement.lang = "en";
  document.title = "Together";
});
afterEach(() => {
  delete document.documentElement.dataset.scheme;
});

describe("Today", () => {
  test("[PR9] before it is due it asks 'I kept it' or 'Move it', and says by when the witness hears", async () => {
    const { screen, button } = await shown(Today, homeBySix, { now: monday("16:00") });
    await expect
      .element(screen.getByRole("heading", { level: 2 }))
      .toHaveTextContent("I’ll be home by 18:00. I will text you at 17:45.");
    await expect.element(screen.getByText("If you can’t, Robin hears it by 17:30.")).toBeVisible();
    await expect.element(button("I kept it")).toBeVisible();
    await expect.element(button("Move it")).toBeVisible();
    await expect.element(button("I didn’t")).not.toBeInTheDocument();
    await expect.element(screen.getByText("Robin and Kim can read this")).toBeVisible();
  });

  test("[P14.14] 'I kept it' after it was due asks 'in time, or later?' before anything is said", async () => {
    const { screen, sample, press } = await shown(Today, homeBySix, { now: monday("18:20") });
    await expect.element(screen.getByText("It was due at 18:00.")).toBeVisible();
    await press("I kept it");
    expect(sample.written).toEqual([]);
    await expect.element(screen.getByRole("heading", { name: "In time, or later?" })).toHaveFocus();
    await press("Later than I said");
    expect(sample.written[0]?.data).toMatchObject({ occurrence: "2026-03-02", mark: "kept-late" });
  });

  test("[P14.14] the question leads back, with the focus where it was", async () => {
    const { sample, press, button } = await shown(Today, homeBySix, { now: monday("18:20") });
    await press("I kept it");
    await press("Back");
    await expect.element(button("I kept it")).toHaveFocus();
    expect(sample.written).toEqual([]);
  });

  test("[PR12] 'I didn't' opens the three lines and says nothing by itself; sent, they say both", async () => {
    const { screen, sample, press } = await shown(Today, homeBySix, { now: monday("18:20") });
    await press("I didn’t");
    await expect.element(screen.getByRole("heading", { name: "Three lines" })).toHaveFocus();
    expect(sample.written).toEqual([]);
    await userEvent.fill(screen.getByLabelText("What happened"), "I stayed at work.");
    await userEvent.fill(screen.getByLabelText("What it may have been like for Robin"), "You waited.");
    await press("Send to Robin");
    await expect.element(screen.getByLabelText("What I will do next time")).toHaveFocus();
    expect(sample.written).toEqual([]);
    await userEvent.fill(screen.getByLabelText("What I will do next time"), "I set an alarm for 17:30.");
    await press("Send to Robin");
    await expect
      .poll(() => sample.types)
      .toEqual(["promise.marked", "promise.repaired", "promise.repair-worded"]);
    expect(sample.written[0]?.data).toMatchObject({ mark: "missed" });
  });

  test("[PR12] a miss can be said without the three lines", async () => {
    const { sample, press } = await shown(Today, homeBySix, { now: monday("18:20") });
    await press("I didn’t");
    await press("Only say that I didn’t");
    await expect.poll(() => sample.types).toEqual(["promise.marked"]);
  });

  test("[P14.4] 'Move it' moves to another hour and tells the witness", async () => {
    const { screen, sample, press } = await shown(Today, homeBySix, { now: monday("16:00") });
    await press("Move it");
    await userEvent.fill(screen.getByLabelText("I’ll do it by"), "19:30");
    await press("Tell Robin");
    await expect.poll(() => sample.types).toEqual(["promise.moved"]);
    expect(sample.written[0]?.data).toMatchObject({ to: { date: "2026-03-02", time: "19:30" } });
  });

  test("[P14.5] the witness may say how it looked, without a maker's button", async () => {
    const seen = await shown(Today, mostlyKept.slice(0, -1), { me: robin, now: at("2026-03-10", "20:00") });
    await expect.element(seen.screen.getByText("Jules says: kept.")).toBeVisible();
    for (const name of ["I kept it", "I didn’t", "Move it"]) {
      await expect.element(seen.button(name)).not.toBeInTheDocument();
    }
    await seen.press("I see it the same");
    expect(seen.sample.written[0]).toMatchObject({ type: "promise.viewed", data: { view: "same" } });
  });

  test("[P14.5] to see it differently is said with words, if one likes", async () => {
    const { screen, sample, press } = await shown(Today, mostlyKept.slice(0, -1), {
      me: robin,
      now: at("2026-03-10", "20:00"),
    });
    await press("I see it differently");
    await expect.element(screen.getByRole("radio", { name: "I see it differently" })).toBeChecked();
    await press("Put it beside Jules’s");
    await expect.poll(() => sample.types).toEqual(["promise.viewed"]);
    expect(sample.written[0]?.data).toMatchObject({ view: "different" });
  });

  test("[PR9] once it is said, the result is told and the focus goes to the head of the screen", async () => {
    const head = document.createElement("h1");
    Object.assign(head, { id: "title", tabIndex: -1 });
    document.body.prepend(head);
    const { sample, press, button, update } = await shown(Today, homeBySix, { now: monday("16:00") });
    await press("I kept it");
    expect(sample.types).toEqual(["promise.marked"]);
    await update();
    await expect.element(button("I kept it")).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(head);
    await expect
      .poll(() => [...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent))
      .toContain("Kept. Robin can read it.");
    head.remove();
  });

  test("[PR13] a promise for one time may say what it brought back", async () => {
    const once = homeBySix.map((recorded) =>
      recorded.event.type === "promise.made"
        ? recordedAs(jules, at("2026-03-01", "20:00"), "promise.made", "home", {
            promiseId: samplePromiseId("home"),
            witness: robin,
            wordsId: sampleId("home-words"),
            schedule: { kind: "once", date: "2026-03-02", time: "18:00", zone: "Europe/Berlin" } as never,
          })
        : recorded,
    );
    const { screen, sample, press } = await shown(Today, once, { now: monday("17:00") });
    await press("I kept it, and bring something back");
    await userEvent.fill(screen.getByLabelText("What did you bring back?"), "The number of a counsellor.");
    await press("I kept it");
    expect(sample.types).toEqual(["promise.marked", "promise.noted"]);
    expect(sample.written[0]?.data).toMatchObject({ mark: "kept" });
  });

  test("[PR9] 'Not today' takes it away for this visit and writes nothing", async () => {
    const { sample, press, button } = await shown(Today, homeBySix, { now: monday("18:20") });
    await press("Not today");
    await expect.element(button("I kept it")).not.toBeInTheDocument();
    expect(sample.written).toEqual([]);
    const { room, state } = sample.props(jules, monday("18:20"));
    expect(promiseScreen.hasToday(state, room)).toBe(false);
  });

  test("[PR4] erased words read 'These words were erased.'", async () => {
    const { screen, button } = await shown(Today, homeBySix.slice(0, 1), { now: monday("18:20") });
    await expect.element(screen.getByRole("heading", { name: "These words were erased." })).toBeVisible();
    await expect.element(button("I kept it")).toBeVisible();
  });

  test("[PR16] what the room refuses to write is said, and the buttons stay", async () => {
    const { screen, sample, press, button } = await shown(Today, homeBySix, { now: monday("16:00") });
    sample.refuses = "StoreFull";
    await press("I kept it");
    await expect
      .element(screen.getByText("This device has no space left. Free some, then send it once more."))
      .toBeVisible();
    await expect.element(button("I kept it")).toBeVisible();
  });
});

describe("the ledger", () => {
  test("[P14.8] its head is the history in words", async () => {
    const { screen } = await shown(Page, mostlyKept);
    await expect
      .element(screen.getByRole("heading", { level: 1 }))
      .toHaveTextContent("Mostly kept. Twice moved in good time. Once missed.");
  });

  test("[P14.5] the witness's view stands beside the mark, and a move says what was said", async () => {
    const { screen } = await shown(Page, mostlyKept);
    await expect.element(screen.getByText("Robin says so too.")).toBeVisible();
    await expect
      .element(screen.getByText(/Said at 16:50: “Home by 20:00 today.” Counts as kept\./))
      .toBeVisible();
  });

  test("[PR12] the three lines can be read, by the witness too", async () => {
    const { screen, press, button } = await shown(Page, mostlyKept, { me: robin });
    await press("Read the three lines");
    await expect.element(screen.getByText("You sat with dinner and did not know.")).toBeVisible();
    await expect.element(screen.getByText("What it may have been like for you")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(button("Read the three lines")).toHaveFocus();
  });

  test("[P14.2] the witness finds no maker's act, and the maker no witness's", async () => {
    const witness = await shown(Page, mostlyKept, { me: robin });
    for (const name of ["More", "Say how it went", "Write three lines"]) {
      await expect.element(witness.button(name)).not.toBeInTheDocument();
    }
    await expect.element(witness.button("Say how you saw it").first()).toBeVisible();
    witness.screen.unmount();
    const maker = await shown(Page, mostlyKept);
    await expect.element(maker.button("More")).toBeVisible();
    await expect.element(maker.button("Say how you saw it")).not.toBeInTheDocument();
  });

  test("[P14.7] without a mark it reads 'Not marked', and the maker may still say it", async () => {
    const { screen, button } = await shown(Page, homeBySix, { now: at("2026-03-04", "09:00") });
    await expect.element(screen.getByText("Not marked").first()).toBeVisible();
    await userEvent.click(button("Say how it went").last());
    await expect.element(screen.getByRole("dialog", { name: "How did it go?" })).toBeVisible();
  });

  test("[P14.12] ending asks nothing and reads 'Ended'", async () => {
    const { screen, sample, press, update } = await shown(Page, mostlyKept);
    await press("More");
    await press(/End this promise/);
    await expect.poll(() => sample.types).toEqual(["promise.withdrawn"]);
    await update();
    await expect.element(screen.getByText("Ended on Tuesday")).toBeVisible();
  });

  test("[P14.9] 'that mark was not true' is told of one day and stands beside it", async () => {
    const { screen, sample, press, update } = await shown(Page, mostlyKept);
    await press("More");
    await press(/A mark was not true/);
    await userEvent.click(screen.getByRole("radio", { name: /Tuesday Kept/ }).first());
    await press("Tell Robin");
    await expect.poll(() => sample.types).toEqual(["promise.corrected"]);
    await update();
    await expect.element(screen.getByText(/You said: that mark was not true\./)).toBeVisible();
    await expect.element(screen.getByRole("button", { name: "Write three lines" })).toBeVisible();
  });

  test("[PR11] a heads-up is said early and shows before the day", async () => {
    const { screen, sample, press, update } = await shown(Page, mostlyKept);
    await press("More");
    await press(/I may not manage/);
    await press("Tell Robin");
    await expect.poll(() => sample.types).toEqual(["promise.heads-up"]);
    await update();
    await expect.element(screen.getByText(/it may not work\./)).toBeVisible();
  });

  test("[PR4] erased words read 'These words were erased.' and their days stay", async () => {
    const erased = mostlyKept.filter(({ event }) => event.type !== "promise.worded");
    const { screen } = await shown(Page, erased);
    await expect.element(screen.getByRole("heading", { name: "These words were erased." })).toBeVisible();
    await expect.element(screen.getByText("Missed", { exact: true })).toBeVisible();
  });

  test("[PR5] a practitioner reads and finds nothing to press", async () => {
    const { kim } = await import("./samples.ts");
    const { screen, button } = await shown(Page, mostlyKept, { me: kim });
    await expect.element(screen.getByText("Jules’s promises to Robin, last eight weeks")).toBeVisible();
    for (const name of ["Make a promise", "More", "Say how you saw it", "Say how it went"]) {
      await expect.element(button(name)).not.toBeInTheDocument();
    }
  });
});

describe("making a promise", () => {
  const sunday = at("2026-03-01", "20:00");

  test("[P14.1] it is made with the keyboard alone, and the focus comes back", async () => {
    const { screen, sample, button } = await shown(Page, [], { now: sunday });
    (button("Make a promise").element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(screen.getByRole("heading", { name: "A promise of yours" })).toHaveFocus();
    await userEvent.tab();
    await expect.element(screen.getByLabelText("I’ll", { exact: true })).toHaveFocus();
    await userEvent.keyboard("be home");
    await userEvent.fill(screen.getByRole("group", { name: "The promise" }).getByLabelText("by"), "18:00");
    await userEvent.fill(screen.getByLabelText("Before that, I will"), "text you");
    await userEvent.fill(screen.getByLabelText("at", { exact: true }), "17:45");
    (button("Make this promise").element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => sample.types).toEqual(["promise.made", "promise.worded"]);
    expect(sample.written[0]?.data).toMatchObject({
      witness: robin,
      schedule: {
        kind: "repeat",
        days: [1, 2, 3, 4, 5],
        from: "2026-03-01",
        until: "2026-04-26",
        time: "18:00",
        zone: "Europe/Berlin",
        signalTime: "17:45",
      },
    });
    expect(sample.written[1]?.data).not.toHaveProperty("fallback");
    await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
    await expect.element(button("Make a promise")).toHaveFocus();
  });

  test("[P14.10] what may not be promised is said above its field when it is left, and is not sent", async () => {
    const { screen, sample, press } = await shown(Page, [], { now: sunday });
    await press("Make a promise");
    const act = screen.getByLabelText("I’ll", { exact: true });
    await userEvent.fill(act, "share my location");
    await expect.element(act).not.toHaveAttribute("aria-invalid");
    await userEvent.tab();
    await expect.element(act).toHaveAttribute("aria-invalid", "true");
    await expect
      .element(act)
      .toHaveAccessibleDescription(
        "This can’t be part of a promise here: location or trackers. Say it another way.",
      );
    await press("Make this promise");
    await expect.element(act).toHaveFocus();
    expect(sample.written).toEqual([]);
  });

  test("[PR14] an act that binds the other is asked to be one's own", async () => {
    const { screen, press } = await shown(Page, [], { now: sunday });
    await press("Make a promise");
    const act = screen.getByLabelText("I’ll", { exact: true });
    await userEvent.fill(act, "be kind if you stay home");
    await userEvent.tab();
    await expect
      .element(act)
      .toHaveAccessibleDescription("This binds your partner. What would be your own act?");
  });

  test("[PR10] a sign after the due time stands at its own field", async () => {
    const { screen, sample, press } = await shown(Page, [], { now: sunday });
    await press("Make a promise");
    await userEvent.fill(screen.getByLabelText("I’ll", { exact: true }), "be home");
    await userEvent.fill(screen.getByRole("group", { name: "The promise" }).getByLabelText("by"), "18:00");
    await userEvent.fill(screen.getByLabelText("Before that, I will"), "text you");
    const signal = screen.getByLabelText("at", { exact: true });
    await userEvent.fill(signal, "18:30");
    await press("Make this promise");
    await expect.element(signal).toHaveAccessibleDescription("Choose a time before it is due.");
    await expect.element(signal).toHaveFocus();
    expect(sample.written).toEqual([]);
  });

  test("[P14.11] a day past the eighth week opens the days and says the last one", async () => {
    const { screen, sample, press } = await shown(Page, [], { now: sunday });
    await press("Make a promise");
    await userEvent.fill(screen.getByLabelText("I’ll", { exact: true }), "be home");
    await userEvent.fill(screen.getByRole("group", { name: "The promise" }).getByLabelText("by"), "18:00");
    await press("Change");
    await userEvent.fill(screen.getByLabelText("Until"), "2026-06-01");
    await press("Make this promise");
    await expect
      .element(screen.getByLabelText("Until"))
      .toHaveAccessibleDescription(
        /A promise ends after eight weeks at most\. Choose a day up to 26 April\./,
      );
    expect(sample.written).toEqual([]);
  });

  test("[P14.3] a refusal by rule is the rule's own sentence, and what was typed stays", async () => {
    const three = ["one", "two", "three"].map((name) =>
      recordedAs(jules, at("2026-03-01", "12:00"), "promise.made", name, {
        promiseId: samplePromiseId(name),
        witness: robin,
        wordsId: sampleId(`${name}-words`),
        schedule: {
          kind: "once",
          date: "2026-03-20" as CalendarDate,
          time: "12:00",
          zone: "Europe/Berlin",
        } as never,
      }),
    );
    const { screen, press, button } = await shown(Page, three, { now: sunday });
    await press("Make a promise");
    await userEvent.fill(screen.getByLabelText("I’ll", { exact: true }), "be home");
    await userEvent.fill(screen.getByRole("group", { name: "The promise" }).getByLabelText("by"), "18:00");
    await press("Make this promise");
    await expect
      .element(screen.getByText("Three promises at a time. When one is over, there is room."))
      .toBeVisible();
    await press("Close, keep as a draft");
    await expect.element(button("Make a promise")).toHaveFocus();
    await press("Make a promise");
    await expect.element(screen.getByLabelText("I’ll", { exact: true })).toHaveValue("be home");
  });

  test("an example fills the sentence", async () => {
    const { screen, press } = await shown(Page, [], { now: sunday });
    await press("See three examples");
    await press("I’ll be home by 18:00.");
    await expect.element(screen.getByLabelText("I’ll", { exact: true })).toHaveValue("be home");
    await expect.element(screen.getByLabelText("Before that, I will")).toHaveValue("text you");
  });
});

describe.each(["light", "dark"])("axe finds nothing in the %s", (scheme) => {
  /** Today is a part of a page; the page gives it its head and its landmarks. */
  const ofThePage = ["region", "page-has-heading-one", "landmark-one-main", "heading-order"];
  async function findings(off: readonly string[] = []) {
    // What rises or fades has less contrast on the way.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const { violations } = await axe.run(document, {
      rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }
  beforeEach(() => {
    document.documentElement.dataset.scheme = scheme;
  });

  test("Today", async () => {
    const { press } = await shown(Today, homeBySix, { now: monday("18:20") });
    expect(await findings(ofThePage)).toEqual([]);
    await press("I kept it");
    expect(await findings(ofThePage)).toEqual([]);
  });

  test("the ledger, for maker and witness", async () => {
    const maker = await shown(Page, mostlyKept);
    expect(await findings()).toEqual([]);
    maker.screen.unmount();
    await shown(Page, mostlyKept, { me: robin });
    expect(await findings()).toEqual([]);
  });

  test("making a promise, with errors and days", async () => {
    const { screen, press } = await shown(Page, [], { now: at("2026-03-01", "20:00") });
    await press("Make a promise");
    await expect.element(screen.getByRole("dialog")).toBeVisible();
    expect(await findings()).toEqual([]);
    await press("Change");
    await press("Make this promise");
    expect(await findings()).toEqual([]);
  });
});
