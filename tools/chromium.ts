import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The path of a Chromium: the machine's own, else one that Playwright installs, else the package manager's.
 *
 * Throws with a sentence that says what to install when none of the three gives one.
 */
export function findChromium(root: string): string {
  const named = process.env.GOLDSEAM_CHROMIUM;
  const present = [named, ...usual, playwrightsOwn()].find((path) => path !== undefined && existsSync(path));
  if (present !== undefined) return present;
  console.error("No Chromium here. Installing one for the tests.");
  spawnSync("npx", ["playwright", "install", "chromium"], { cwd: root, stdio: ["ignore", 2, 2] });
  const installed = playwrightsOwn();
  if (installed !== undefined && existsSync(installed)) return installed;
  installFromPackages();
  const packaged = usual.find((path) => existsSync(path));
  if (packaged !== undefined) return packaged;
  throw new Error(
    "The tests need Chromium. Install it (Debian: apt-get install chromium) and run them again.",
  );
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function installFromPackages(): void {
  if (!existsSync("/usr/bin/apt-get")) return;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command, ...rest] = [...asRoot, "apt-get", ...args];
    return spawnSync(command!, rest, { stdio: ["ignore", 2, 2] });
  };
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
}
