// Takes pictures of pages, for a person to look at.
//
//   node shots.mjs SITE ROUTES OUT ADDRESS... [--dark] [--forced] [--print]
//
// Of each address: a phone and a desktop, whole page, light; and the same again
// for each variant asked for. `kind:goal` stands for the first page of that kind
// in each language.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { closeTab, launch, openTab } from "./lib/browser.mjs";
import { htmlPages, onePerKindAndLanguage, readRoutes } from "./lib/routes.mjs";
import { serve } from "./lib/server.mjs";

const SCREENS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
};

const VARIANTS = {
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active" },
  print: { media: "print" },
};

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(Object.keys(VARIANTS).map((name) => [name, { type: "boolean" }])),
});
const [site, routesFile, out, ...addresses] = positionals;
if (addresses.length === 0) {
  console.error("usage: node shots.mjs SITE ROUTES OUT ADDRESS... [--dark] [--forced] [--print]");
  process.exit(2);
}

const pages = htmlPages(readRoutes(routesFile));
const variants = [["light", {}], ...Object.entries(VARIANTS).filter(([name]) => asked[name])];
mkdirSync(out, { recursive: true });
const server = await serve(resolve(site));
const browser = await launch();
try {
  for (const url of addresses.flatMap(urlsFor)) {
    for (const [screen, viewport] of Object.entries(SCREENS)) {
      for (const [variant, media] of variants) await shoot(url, screen, viewport, variant, media);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

function urlsFor(address) {
  if (!address.startsWith("kind:")) {
    if (!pages.some((page) => page.url === address)) console.error(`no route: ${address}`);
    return [address];
  }
  const kind = address.slice("kind:".length);
  return onePerKindAndLanguage(pages.filter((page) => page.kind === kind)).map((page) => page.url);
}

async function shoot(url, screen, viewport, variant, media) {
  const page = await openTab(browser, { viewport, colorScheme: "light" });
  await page.emulateMedia(media);
  await page.goto(server.origin + url);
  const name = decodeURIComponent(url).replaceAll("/", " ").trim().replaceAll(" ", "_") || "start";
  const file = join(out, `${name}.${screen}.${variant}.png`);
  await page.screenshot({ path: file, fullPage: true });
  console.log(file);
  await closeTab(page);
}
