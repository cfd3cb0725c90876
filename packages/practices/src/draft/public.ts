export { default as DraftsPage } from "./DraftsPage.svelte";
export { type Draft, type Drafts, draft } from "./draft.ts";
