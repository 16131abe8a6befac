// The page says what it is: one top heading, its language and its direction.

import { directionOf } from "../lib/routes.mjs";

export async function documentBasics(page, route) {
  const found = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    direction: getComputedStyle(document.documentElement).direction,
  }));
  const findings = [];
  if (found.headings !== 1) {
    findings.push({ rule: "exactly one h1", message: `has ${found.headings}` });
  }
  // The page for a missing address speaks all languages at once.
  if (route.kind === "not-found") return findings;
  if (found.language !== route.language) {
    const message = `is "${found.language}", should be "${route.language}"`;
    findings.push({ rule: "html lang", message });
  }
  const direction = directionOf(route.language);
  if (found.direction !== direction) {
    const message = `is ${found.direction}, should be ${direction} for ${route.language}`;
    findings.push({ rule: "html dir", message });
  }
  return findings;
}
