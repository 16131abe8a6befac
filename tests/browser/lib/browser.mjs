// Starts Debian's Chromium, with everything off that would call home.

import { chromium } from "playwright-core";

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** The narrowest width that WCAG 1.4.10 asks for, and a common desktop. */
export const NARROW = { width: 320, height: 640 };
export const WIDE = { width: 1280, height: 900 };
