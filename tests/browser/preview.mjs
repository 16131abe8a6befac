// Tries the live preview in a real browser: pages that reload and stay where they
// were, styles that are exchanged, errors above the last good page.
//
//   node preview.mjs PROGRAM
//
// PROGRAM is the built `tydlig`. Exits with 1 if anything failed.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { axeOnLooks } from "./checks/axe.mjs";
import { reflow } from "./checks/reflow.mjs";
import { listen } from "./checks/traffic.mjs";
import { NARROW, openTab, WIDE } from "./lib/browser.mjs";
import { settled, temporaryFolder } from "./lib/limits.mjs";
import { recordAccessibility, runSuite, startPreview } from "./lib/preview.mjs";
import { Results } from "./lib/results.mjs";

const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error("usage: node preview.mjs PROGRAM");
  process.exit(2);
}

const folder = temporaryFolder("preview");
const results = new Results();

function read(path) {
  return readFileSync(join(folder, path), "utf8");
}

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Records what holds and what does not: `expect("stays in place", page, scroll === 400)`. */
function expect(rule, page, holds, message = "") {
  results.record("preview", page.url(), holds ? [] : [{ rule, message: String(message) }]);
}

/** The preview's own element, as its users meet it. */
const overlay = (page) => page.locator("tydlig-preview section.panel");
const status = (page) => page.locator("tydlig-preview [role=status]");

async function says(page, text) {
  await status(page).filter({ hasText: text }).waitFor({ state: "attached" });
}

/** Waits until an address is served with a text, so that the page that is opened next is the newest. */
async function served(address, text) {
  const page = await settled(async () => (await fetch(address)).text(), (page) => page.includes(text));
  if (!page.includes(text)) throw new Error(`waited for ${address} to be served with "${text}"`);
}

async function reloadsInPlace(page, origin) {
  await page.goto("about:blank");
  const text = read("content/stod.md");
  write("content/stod.md", `${text}\n${"Ett stycke text.\n\n".repeat(200)}\n[En länk](index.md)\n`);
  await served(`${origin}/stod/`, "En länk");
  await page.goto(`${origin}/stod/`);
  await page.waitForFunction(() => document.documentElement.scrollHeight > 3000);
  const link = page.locator("main a", { hasText: "En länk" });
  await link.focus();
  await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
  await page.evaluate(() => (globalThis.before = true));
  write("content/stod.md", read("content/stod.md").replace("[En länk]", "Mer.\n\n[En länk]"));
  await page.waitForFunction(() => globalThis.before === undefined && document.readyState === "complete");
  await says(page, "uppdaterad");
  const { top, focused } = await page.evaluate(() => ({ top: scrollY, focused: document.activeElement.outerHTML }));
  expect("a reload keeps the place", page, Math.abs(top - 1500) < 5, top);
  // The link has moved one paragraph down: the way to it leads to another element, so only a place with an id is sure.
  const first = page.locator("header a").first();
  await first.focus();
  await page.evaluate(() => (globalThis.before = true));
  write("content/stod.md", read("content/stod.md").replace("Mer.", "Mera."));
  await page.waitForFunction(() => globalThis.before === undefined && document.readyState === "complete");
  await says(page, "uppdaterad");
  const kept = await first.evaluate((link) => link === document.activeElement);
  expect("a reload keeps the focus", page, kept, focused);
  write("content/stod.md", text);
  await page.waitForFunction(() => document.documentElement.scrollHeight < 3000 && document.readyState === "complete");
}

async function leavesOtherPagesAlone(page, origin) {
  await page.goto(`${origin}/`);
  await page.evaluate(() => (globalThis.before = true));
  const text = read("content/stod.md");
  write("content/stod.md", `${text}\nMer text.\n`);
  await served(`${origin}/stod/`, "Mer text.");
  await page.waitForTimeout(500);
  expect("a page that did not change stays", page, await page.evaluate(() => globalThis.before === true));
  write("content/stod.md", text);
}

async function exchangesStyles(page, origin) {
  await page.goto(`${origin}/`);
  await page.evaluate(() => (globalThis.before = true));
  write("themes/default/style.css", "main { outline: 7px solid #123456 }");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("main")).outlineWidth === "7px");
  await says(page, "Utseendet");
  expect("new styles need no reload", page, await page.evaluate(() => globalThis.before === true));
  const links = await page.locator("link[rel=stylesheet]").count();
  expect("the old styles are gone", page, links === 1, links);
  rmSync(join(folder, "themes"), { recursive: true });
  await page.waitForFunction(() => getComputedStyle(document.querySelector("main")).outlineWidth !== "7px");
  expect("the styles come back", page, await page.evaluate(() => globalThis.before === true));
}

async function showsErrors(page, origin) {
  await page.goto(`${origin}/stod/`);
  await page.locator("header a").first().focus();
  await page.evaluate(() => (globalThis.focused = document.activeElement));
  const text = read("content/stod.md");
  write("content/stod.md", text.replace("title:", "tilte:"));
  await overlay(page).waitFor();
  await says(page, "Fel i webbplatsens filer");
  expect("errors take the focus from nobody", page, await page.evaluate(() => document.activeElement === globalThis.focused));
  const shown = await overlay(page).innerText();
  for (const part of ["F102", "content/stod.md:2:1", "tilte", "menade du `title`?", "Öppna filen", "Vad betyder F102?"]) {
    expect(`errors show ${part}`, page, shown.includes(part), shown);
  }
  const edit = await overlay(page).locator("a", { hasText: "Öppna filen" }).first().getAttribute("href");
  expect("a link opens the file in the editor", page, edit.startsWith("vscode://file/") && edit.includes("content/stod.md:2:1"), edit);
  await recordAccessibility(results, page, "open");
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    results.record(`axe, ${colorScheme}`, page.url(), await axeOnLooks(page));
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(NARROW);
  results.record("reflow", page.url(), await reflow(page));
  await page.setViewportSize(WIDE);
  // By keyboard alone: closed with Escape, opened again with Enter.
  await overlay(page).locator("button").focus();
  await page.keyboard.press("Escape");
  await overlay(page).waitFor({ state: "hidden" });
  const reopen = page.locator("tydlig-preview .pill button");
  expect("closing leaves a way back, in focus", page, await reopen.evaluate((button) => button.getRootNode().activeElement === button));
  await recordAccessibility(results, page, "closed");
  await page.keyboard.press("Enter");
  await overlay(page).waitFor();
  const [explained] = await Promise.all([
    page.context().waitForEvent("page"),
    overlay(page).locator("a", { hasText: "Vad betyder F102?" }).first().click(),
  ]);
  await explained.waitForLoadState();
  expect("the rule is explained", explained, (await explained.locator("h1").innerText()).includes("F102"));
  await recordAccessibility(results, explained, "open");
  await explained.close();
  write("content/stod.md", text);
  await overlay(page).waitFor({ state: "hidden" });
  await says(page, "rättade");
}

/** The settings and a template: the last page that worked stays, and no restart is needed. */
async function outlivesBrokenSettingsAndTemplates(page, origin) {
  await page.goto(`${origin}/stod/`);
  const title = await page.locator("h1").innerText();
  const settings = read("site.toml");
  write("site.toml", settings.replace("[site]", "[site"));
  await overlay(page).waitFor();
  const shown = await overlay(page).innerText();
  expect("broken settings are told with their place", page, shown.includes("site.toml:"), shown);
  await page.reload();
  await overlay(page).waitFor();
  expect("the last good page stands below", page, (await page.locator("h1").innerText()) === title);
  write("site.toml", settings);
  await overlay(page).waitFor({ state: "hidden" });
  write("themes/default/page.html", "{{ nonsense(");
  await overlay(page).waitFor();
  expect("a broken template is told", page, (await overlay(page).innerText()).includes("themes/default/page.html"), await overlay(page).innerText());
  rmSync(join(folder, "themes"), { recursive: true });
  await overlay(page).waitFor({ state: "hidden" });
  const text = read("content/stod.md");
  write("content/stod.md", `${text}\nDet fungerar igen.\n`);
  await page.locator("main", { hasText: "Det fungerar igen." }).waitFor();
  write("content/stod.md", text);
  await page.locator("main", { hasNotText: "Det fungerar igen." }).waitFor();
  await page.waitForLoadState();
}

/** What is wrong and the open bar share a phone: each can be reached and read. */
async function sharesTheScreenWithTheBar(page, origin) {
  await page.setViewportSize(NARROW);
  for (const url of ["/stod/", "/en/"]) {
    await page.goto(origin + url);
    const text = read("content/kontakt.md");
    const toggle = page.locator("tydlig-bar #toggle");
    await toggle.waitFor();
    if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
    if ((await page.locator("tydlig-bar #tool-view").getAttribute("aria-expanded")) === "false") await page.locator("tydlig-bar #tool-view").click();
    write("content/kontakt.md", text.replace("title:", "tilte:"));
    await overlay(page).waitFor();
    const [wrong, bar] = [await overlay(page).boundingBox(), await page.locator("tydlig-bar .bar").boundingBox()];
    expect("both fit", page, wrong.y >= 0 && wrong.y + wrong.height <= bar.y + 1 && bar.y + bar.height <= 641, JSON.stringify([wrong, bar]));
    results.record("reflow, both", page.url(), await reflow(page));
    await recordAccessibility(results, page, "both");
    write("content/kontakt.md", text);
    await overlay(page).waitFor({ state: "hidden" });
  }
  await page.setViewportSize(WIDE);
}

async function startsBroken(page, origin) {
  await page.goto(`${origin}/stod/`);
  const shown = await page.locator("main").innerText();
  expect("a site that is broken at the start says why", page, shown.includes("F102") && shown.includes("content/index.md"), shown);
  await recordAccessibility(results, page, "open");
  write("content/index.md", read("content/index.md").replace("tilte:", "title:"));
  await page.locator("h1", { hasText: "Stöd" }).waitFor();
  expect("and is shown once it is mended", page, true);
}

async function tryAll(browser) {
  cpSync(fileURLToPath(new URL("../sites/bilingual", import.meta.url)), folder, { recursive: true });
  write("content/index.md", read("content/index.md").replace("title:", "tilte:"));
  const { origin, stop } = await startPreview(program, folder, { results });
  const page = await openTab(browser, { viewport: WIDE });
  await results.attempt(startsBroken, page, origin);
  const traffic = listen(page, origin, { missing: false });
  for (const check of [reloadsInPlace, leavesOtherPagesAlone, exchangesStyles, showsErrors, outlivesBrokenSettingsAndTemplates, sharesTheScreenWithTheBar]) {
    await results.attempt(check, page, origin);
  }
  results.record("requests", "/", traffic.requests());
  results.record("console", "/", traffic.complaints());
  traffic.stop();
  await stop();
}

await runSuite(results, tryAll);
