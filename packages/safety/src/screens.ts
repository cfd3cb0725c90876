export { default as HelpPage } from "./HelpPage.svelte";
export { default as HelplineList } from "./Lines.svelte";
export { countryName } from "./line-words.ts";
