/** How tests start Chromium: the one that `tools/chromium.ts` found, without anything that looks for a network. */
export const chromiumLaunch = {
  executablePath: process.env.GOLDSEAM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};
