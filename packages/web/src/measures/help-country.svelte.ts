import { type Country, countries } from "@goldseam/safety";
import { person } from "../person.svelte.ts";

const mark = "r";
let chosen = $state<Country | null>(read());

/** What was chosen before on this browser. One that refuses storage holds it for this tab alone. */
function read(): Country | null {
  try {
    return countries.find((each) => each === localStorage.getItem(mark)) ?? null;
  } catch {
    return null;
  }
}

/** The country whose lines are shown: chosen by the person, never worked out. Kept only where there is an account. */
export const helpCountry = {
  get chosen(): Country | null {
    return chosen;
  },
  choose(country: Country): void {
    chosen = country;
    if (person.state?.stage !== "signed in") return;
    try {
      localStorage.setItem(mark, country);
    } catch {
      // A full storage: the choice stands until the tab is closed, and the lines are there without it.
    }
  },
};
