export { default as Editor } from "./Editor.svelte";
export { type Coach, type Timer, timerOfWindow } from "./surroundings.ts";
