import type { CalendarDate } from "@goldseam/core";
import { HelpPage } from "@goldseam/safety/screens";
import axe from "axe-core";
import { createRawSnippet, mount, unmount } from "svelte";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import "@goldseam/ui/style.css";
import type { Measure, Responses, Wording } from "../src/index.ts";
import { headings, MeasureSitting } from "../src/screens.ts";

const today = "2026-12-01" as CalendarDate;

/** The real page of help, as the app hands it in. */
export const help = createRawSnippet(
  (acts: () => { ongoon: () => void; onstop: () => void } | undefined) => ({
    render: () => "<div class='holds-help'></div>",
    setup: (element) => {
      const given = acts?.();
      const page = mount(HelpPage, {
        target: element,
        props: { country: "IE", today, ...(given ? { ongoon: given.ongoon, onstop: given.onstop } : {}) },
      });
      return () => {
        unmount(page);
      };
    },
  }),
);

/** A measure on the screen, and what it told the one who shows it. */
export async function sitting(measure: Measure, more: Record<string, unknown> = {}) {
  const saved: [number, number | null][] = [];
  let finished: { responses: Responses; unscored: Responses } | undefined;
  let stopped = 0;
  const screen = await render(MeasureSitting, {
    measure,
    wording: measure.wording as Wording,
    heading: headings[measure.id as keyof typeof headings](),
    name: "Private",
    onanswer: (item: number, value: number | null) => saved.push([item, value]),
    onfinish: (answered: { responses: Responses; unscored: Responses }) => {
      finished = answered;
    },
    onstop: () => stopped++,
    help,
    ...more,
  } as never);
  const question = () => screen.getByRole("heading", { level: 2 }).first();
  const press = (name: string) => userEvent.click(screen.getByRole("button", { name, exact: true }));
  const choose = (name: string) => userEvent.click(screen.getByRole("radio", { name, exact: true }));
  return { screen, saved, question, press, choose, finished: () => finished, stopped: () => stopped };
}

/** Answers to PHQ-9 with this total, the first questions first. */
export const phq9With = (total: number): Responses =>
  Array.from({ length: 9 }, (_, index) => Math.min(3, Math.max(0, total - 3 * index)));

/** What a page has around a part of it. */
export const ofThePage = ["region", "page-has-heading-one", "landmark-one-main", "heading-order"];

/** What axe finds on the page, without the rules that are named. */
export async function findings(off: readonly string[] = []) {
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  const { violations } = await axe.run(document, {
    rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** A page as the app's is: its language and title. Light unless a test says so. */
export function freshPage(): void {
  document.documentElement.lang = "en";
  document.title = "Notes";
  delete document.documentElement.dataset.scheme;
}
