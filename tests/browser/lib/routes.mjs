// Reads the list of routes that `tydlig routes --format json` prints, and picks
// the pages to visit. Knows nothing of the browser.

import { readFileSync } from "node:fs";

/** One object a line; see `tydlig routes --help` for the fields. */
export function readRoutes(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}

/** The routes a reader sees as a page: a redirect is HTML too, but shows nothing. */
export function htmlPages(routes) {
  return routes.filter((route) => isHtml(route.url) && route.kind !== "redirect");
}

/** The first page of each kind in each language. */
export function onePerKindAndLanguage(pages) {
  const first = new Map();
  for (const page of pages) {
    const key = `${page.kind} ${page.language}`;
    if (!first.has(key)) first.set(key, page);
  }
  return [...first.values()];
}

/** Where the page lies in the built site. */
export function fileOf(url) {
  const path = decodeURIComponent(url);
  return path.endsWith("/") ? `${path}index.html` : path;
}

export function isHtml(url) {
  return url.endsWith("/") || url.endsWith(".html");
}

const RIGHT_TO_LEFT = new Set(["ar", "fa", "ur", "he", "yi", "ckb"]);

/** Decided by the language alone, so `fa-AF` is as `fa`. */
export function directionOf(language) {
  return RIGHT_TO_LEFT.has(language.split("-")[0]) ? "rtl" : "ltr";
}
