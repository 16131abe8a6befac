// Starts Debian's Chromium, with everything off that would call home.

import { chromium } from "playwright-core";

import { limitCalls, PATIENCE_MS, settled, within } from "./limits.mjs";

export async function launch() {
  const starting = chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    timeout: PATIENCE_MS,
    // The suite ends for signals by itself, and the browser with it.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const browser = await within(starting, "Chromium to start");
  limitCalls(browser);
  return browser;
}

/** A tab in a context of its own, in which every wait has a limit. */
export async function openTab(browser, options) {
  const context = await browser.newContext(options);
  limitCalls(context);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  for (const object of [page, page.mainFrame(), page.locator("html"), page.keyboard]) limitCalls(object);
  return page;
}

/**
 * Closes a tab and its context. Chromium never says that a context is gone whose page was becoming another just then, as
 * the preview's pages do at any time: so the page is left first, for one that stays.
 */
export async function closeTab(page) {
  await settled(() => page.goto("about:blank").then(() => page.url(), () => ""), (url) => url === "about:blank");
  await page.context().close();
}

/** The narrowest width that WCAG 1.4.10 asks for, and a common desktop. */
export const NARROW = { width: 320, height: 640 };
export const WIDE = { width: 1280, height: 900 };
