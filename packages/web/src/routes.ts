import type { Component } from "svelte";

/** Titles that the browser shows: neutral, whatever is on the page. */
export type PageTitle = "Today" | "Together" | "Notes" | "Draft" | "Reading" | "Session" | "Report";
export type Route = {
  readonly title: PageTitle;
  /** Whether it needs an account on this browser. */
  readonly needs: "nothing" | "account";
  readonly load: () => Promise<{ readonly default: Component }>;
};

/** What a person is asked in Private: one file for all of its pages. */
const loadOwn: Route["load"] = () => import("./measures/Own.svelte");

/** Every address of the app. What is not here is the landing page's. */
export const routes: Readonly<Record<string, Route>> = {
  "/": { title: "Notes", needs: "nothing", load: () => import("./arrive/Landing.svelte") },
  "/i": { title: "Reading", needs: "nothing", load: () => import("./pair/Invitation.svelte") },
  "/reading/now": { title: "Reading", needs: "nothing", load: () => import("./right-now/RightNow.svelte") },
  "/reading/phone": { title: "Reading", needs: "nothing", load: () => import("./arrive/ThisPhone.svelte") },
  "/reading/help": { title: "Reading", needs: "nothing", load: () => import("./measures/HelpLines.svelte") },
  "/reading/me": { title: "Reading", needs: "nothing", load: () => import("./measures/HowAmI.svelte") },
  "/reading/two": { title: "Reading", needs: "nothing", load: () => import("./measures/Signs.svelte") },
  "/reading/practitioner": {
    title: "Reading",
    needs: "nothing",
    load: () => import("./arrive/ForPractitioners.svelte"),
  },
  "/notes/new": { title: "Notes", needs: "nothing", load: () => import("./arrive/NewAccount.svelte") },
  "/notes/new/alone": { title: "Notes", needs: "nothing", load: () => import("./arrive/NewAccount.svelte") },
  "/notes/key": { title: "Notes", needs: "nothing", load: () => import("./arrive/OpenWithKit.svelte") },
  "/notes/drafts": {
    title: "Draft",
    needs: "account",
    load: () => import("./private/DraftsHere.svelte"),
  },
  "/notes/add": { title: "Notes", needs: "nothing", load: () => import("./account/AnswerCode.svelte") },
  "/notes/devices/add": { title: "Notes", needs: "account", load: () => import("./account/ShowCode.svelte") },
  "/notes/gone": { title: "Notes", needs: "account", load: () => import("./account/Gone.svelte") },
  "/notes/lock": { title: "Notes", needs: "account", load: () => import("./account/Passkey.svelte") },
  "/notes/devices": { title: "Notes", needs: "account", load: () => import("./account/Devices.svelte") },
  "/notes/reminders": {
    title: "Notes",
    needs: "account",
    load: () => import("./reminders/Reminders.svelte"),
  },
  "/notes/password": { title: "Notes", needs: "account", load: () => import("./account/NewPassword.svelte") },
  "/notes/spare": { title: "Notes", needs: "account", load: () => import("./arrive/Kit.svelte") },
  "/today": { title: "Today", needs: "account", load: () => import("./rooms/Today.svelte") },
  "/together": { title: "Together", needs: "account", load: () => import("./rooms/Together.svelte") },
  "/together/people": { title: "Together", needs: "account", load: () => import("./members/People.svelte") },
  "/together/kept": { title: "Together", needs: "account", load: () => import("./members/KeptRoom.svelte") },
  "/together/kept/promises": {
    title: "Together",
    needs: "account",
    load: () => import("./members/ClientPractice.svelte"),
  },
  "/together/kept/words": {
    title: "Together",
    needs: "account",
    load: () => import("./sharing/CoupleWords.svelte"),
  },
  "/together/practitioner": {
    title: "Together",
    needs: "account",
    load: () => import("./members/BringIn.svelte"),
  },
  "/talk/promises": {
    title: "Session",
    needs: "account",
    load: () => import("./members/ClientPractice.svelte"),
  },
  "/talk/words": { title: "Session", needs: "account", load: () => import("./sharing/CoupleWords.svelte") },
  "/talk/two": { title: "Session", needs: "account", load: () => import("./sharing/Talk.svelte") },
  "/talk/two/seen": { title: "Session", needs: "account", load: () => import("./sharing/Seen.svelte") },
  "/talk/two/ask": { title: "Session", needs: "account", load: () => import("./sharing/Assign.svelte") },
  "/talk/about": {
    title: "Session",
    needs: "account",
    load: () => import("./credentials/OwnCredentials.svelte"),
  },
  "/talk/own": { title: "Notes", needs: "account", load: () => import("./private/OwnNotes.svelte") },
  "/talk/invite": { title: "Session", needs: "account", load: () => import("./members/BringIn.svelte") },
  "/together/invite": { title: "Together", needs: "account", load: () => import("./pair/Invite.svelte") },
  "/together/record": {
    title: "Together",
    needs: "account",
    load: () => import("./record/RecordPage.svelte"),
  },
  "/together/record/words": {
    title: "Together",
    needs: "account",
    load: () => import("./record/OwnWords.svelte"),
  },
  "/together/words": {
    title: "Together",
    needs: "account",
    load: () => import("./sharing/CoupleWords.svelte"),
  },
  "/together/promises": {
    title: "Together",
    needs: "account",
    load: () => import("./rooms/PracticePage.svelte"),
  },
  "/notes": { title: "Notes", needs: "account", load: () => import("./rooms/Private.svelte") },
  "/notes/shared": { title: "Notes", needs: "account", load: () => import("./sharing/SharedList.svelte") },
  "/notes/check": { title: "Notes", needs: "account", load: loadOwn },
  "/notes/how": { title: "Notes", needs: "account", load: loadOwn },
  "/notes/how/now": { title: "Notes", needs: "account", load: loadOwn },
  "/notes/how/then": { title: "Notes", needs: "account", load: loadOwn },
  "/talk": { title: "Session", needs: "account", load: () => import("./members/Practitioner.svelte") },
};

/** The route of an address; the landing page for an address that is none. */
export const routeOf = (path: string): Route => routes[path.replace(/(.)\/+$/, "$1")] ?? routes["/"]!;
