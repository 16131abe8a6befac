// Runs all checks over a built site. The order within a visit is chosen so that
// each page is opened once, and again only where a check needs an untouched page.

import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { axe, axeOnLooks } from "../checks/axe.mjs";
import { documentBasics } from "../checks/document.mjs";
import { ibm } from "../checks/ibm.mjs";
import { skipLink } from "../checks/keyboard.mjs";
import { nu } from "../checks/nu.mjs";
import { print } from "../checks/print.mjs";
import { reflow, textSpacing } from "../checks/reflow.mjs";
import { scriptsOff } from "../checks/scripts-off.mjs";
import { listen } from "../checks/traffic.mjs";
import { closeTab, launch, NARROW, openTab, WIDE } from "./browser.mjs";
import { limitSuite, step } from "./limits.mjs";
import { Results } from "./results.mjs";
import { fileOf, htmlPages, isHtml, onePerKindAndLanguage } from "./routes.mjs";
import { serve } from "./server.mjs";

/** One per core of the machine the tests are meant for. */
const WORKERS = 2;

/** How long the suite may take: so much, and so much more for every hundred pages. Ten times what they take alone. */
const MINUTES = { start: 5, hundredPages: 10 };

/**
 * `select` narrows the pages: `{ only, quick }`, a part of the address and
 * whether one page of each kind and language is enough.
 */
export async function checkSite(siteFolder, routes, { only = "", quick = false } = {}) {
  const results = new Results();
  const site = resolve(siteFolder);
  const known = htmlPages(routes).filter((route) => route.url.includes(only));
  const samples = onePerKindAndLanguage(known);
  const pages = quick ? samples : known;
  const everything = only === "" && !quick;
  console.log(`${pages.length} pages, ${samples.length} of them looked at more closely`);
  limitSuite(MINUTES.start + (MINUTES.hundredPages * pages.length) / 100);

  if (everything) results.record("routes", "/", filesWithoutRoute(site, routes));
  const files = everything ? htmlFiles(site) : pages.map((route) => join(site, fileOf(route.url)));
  const server = await serve(site);
  const browser = await launch();
  try {
    const visits = visitAll(browser, server.origin, pages, new Set(samples), results);
    await Promise.all([visits, recordNu(site, files, results)]);
  } finally {
    await browser.close();
    await server.close();
  }
  return results;
}

/** Pages that no route leads to would go untested. */
function filesWithoutRoute(site, routes) {
  const expected = new Set(routes.filter((route) => isHtml(route.url)).map((route) => join(site, fileOf(route.url))));
  return htmlFiles(site)
    .filter((file) => !expected.has(file))
    .map((file) => ({ rule: "HTML file without a route", message: file.slice(site.length) }));
}

function htmlFiles(site) {
  return readdirSync(site, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .map((name) => join(site, name))
    .sort();
}

async function recordNu(site, files, results) {
  try {
    for (const [file, findings] of await nu(files)) {
      results.record("nu", file.slice(site.length).replace(/index\.html$/, ""), findings);
    }
  } catch (error) {
    results.record("nu", "/", [couldNotRun(error)]);
  }
}

async function visitAll(browser, origin, pages, samples, results) {
  const queue = pages.values();
  let done = 0;
  const work = async () => {
    let tabs = await openTabs(browser);
    for (const route of queue) {
      try {
        await step(`visit ${route.url}`, () => visit(tabs, origin, route, samples.has(route), results));
      } catch (error) {
        results.record("opens", route.url, [couldNotRun(error)]);
        await tabs.close();
        tabs = await openTabs(browser);
      }
      done += 1;
      if (done % 100 === 0) console.log(`${done} of ${pages.length} pages`);
    }
    await tabs.close();
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

/** Two tabs per worker, used for page after page: one with scripts, one without. */
async function openTabs(browser) {
  const [page, bare] = await Promise.all([openTab(browser, { viewport: NARROW }), openTab(browser, { viewport: WIDE, javaScriptEnabled: false })]);
  return {
    page,
    bare,
    close: () => Promise.all([page, bare].map((tab) => closeTab(tab).catch(() => {}))),
  };
}

async function visit({ page, bare }, origin, route, isSample, results) {
  const address = origin + addressOf(route);
  const check = async (name, findings) => {
    const found = await findings.catch((error) => [couldNotRun(error)]);
    results.record(name, route.url, found);
  };
  await page.setViewportSize(NARROW);
  const traffic = listen(page, origin, { missing: route.kind === "not-found" });
  try {
    await page.goto(address);
    results.record("opens", route.url, []);
    await check("document", documentBasics(page, route));
    await check("reflow", reflow(page));
    if (isSample) await check("text-spacing", textSpacing(page));
    await page.setViewportSize(WIDE);
    await check("axe", axe(page));
    await check("ibm", ibm(page));
    if (isSample) {
      await check("print", print(page));
      await check("dark", withMedia(page, { colorScheme: "dark" }, axeOnLooks));
      await check("forced-colours", withMedia(page, { forcedColors: "active" }, axeOnLooks));
      await Promise.all([page.reload(), bare.goto(address)]);
      await check("scripts-off", scriptsOff(page, bare));
      await check("keyboard", skipLink(page));
    }
  } finally {
    traffic.stop();
  }
  results.record("requests", route.url, traffic.requests());
  results.record("console", route.url, traffic.complaints());
}

/** The page for missing addresses is seen as a reader meets it: deep, and by mistake. */
function addressOf(route) {
  return route.url === "/404.html" ? "/no/such/page/" : route.url;
}

async function withMedia(page, media, check) {
  const usual = Object.fromEntries(Object.keys(media).map((name) => [name, null]));
  await page.emulateMedia(media);
  try {
    return await check(page);
  } finally {
    await page.emulateMedia(usual);
  }
}

function couldNotRun(error) {
  return { rule: "the check could not run", message: String(error.message ?? error).split("\n")[0] };
}
