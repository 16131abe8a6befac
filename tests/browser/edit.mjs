// Changes files from the live preview in a real browser: with the mouse and by keyboard alone, beside the source language,
// from right to left, and what happens when it is refused.
//
//   node edit.mjs PROGRAM
//
// PROGRAM is the built `tydlig`. Exits with 1 if anything failed.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { axe, axeOnLooks } from "./checks/axe.mjs";
import { reflow } from "./checks/reflow.mjs";
import { launch, NARROW, WIDE } from "./lib/browser.mjs";
import { startPreview } from "./lib/preview.mjs";
import { Results } from "./lib/results.mjs";

const PATIENCE_MS = 10_000;
const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error("usage: node edit.mjs PROGRAM");
  process.exit(2);
}

const results = new Results();
let folder;

const read = (path) => readFileSync(join(folder, path), "utf8");
const write = (path, text) => writeFileSync(join(folder, path), text);

/** Starts the preview of a copy of a site. */
function start(site, ...options) {
  folder = mkdtempSync(join(tmpdir(), "tydlig-edit-"));
  cpSync(fileURLToPath(new URL(`../sites/${site}`, import.meta.url)), folder, { recursive: true });
  return startPreview(program, folder, options);
}

function expect(rule, page, holds, message = "") {
  results.record("edit", page.url(), holds ? [] : [{ rule, message: String(message) }]);
}

const tool = (page) => page.locator("tydlig-bar #tool-edit");
const items = (page) => page.locator("tydlig-bar details:has(#pieces-0) .pieces button");
const dialog = (page) => page.locator("tydlig-bar dialog[open]");
const status = (page) => page.locator("tydlig-bar [role=status]");
const focused = (locator) => locator.evaluate((element) => element.getRootNode().activeElement === element);

async function turnOn(page, address) {
  await page.goto(address);
  const toggle = page.locator("tydlig-bar #toggle");
  await toggle.waitFor();
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  if ((await tool(page).getAttribute("aria-expanded")) === "false") await tool(page).click();
  const list = page.locator("tydlig-bar details", { has: page.locator("#pieces-0") });
  await list.waitFor();
  if (!(await list.evaluate((element) => element.open))) await list.locator("summary").click();
  await items(page).first().waitFor();
}

async function changesAParagraph(page, origin) {
  const text = read("content/stod.md");
  const paragraph = await page.goto(`${origin}/stod/`).then(() => page.locator("main .prose p").first().innerText());
  await turnOn(page, `${origin}/stod/`);
  await page.locator("main .prose p").first().click();
  await dialog(page).waitFor();
  expect("the text is in focus", page, await focused(dialog(page).locator("textarea")));
  const source = await dialog(page).locator("textarea").inputValue();
  results.record("axe", page.url(), await axe(page));
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    results.record(`axe, ${colorScheme}`, page.url(), await axeOnLooks(page));
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(NARROW);
  results.record("reflow", page.url(), await reflow(page));
  await page.setViewportSize(WIDE);
  await dialog(page).locator("textarea").fill(`${source} Nytt **sist**.`);
  await dialog(page).locator("button", { hasText: "Spara" }).click();
  await page.locator("main .prose p", { hasText: "Nytt sist." }).first().waitFor();
  await status(page).filter({ hasText: "sparad" }).waitFor({ state: "attached" });
  expect("only the paragraph changes", page, read("content/stod.md") === text.replace(source, `${source} Nytt **sist**.`), paragraph);
  expect("focus is on the tool", page, await focused(tool(page)));
}

async function worksByKeyboard(page, origin) {
  await turnOn(page, `${origin}/stod/`);
  const first = items(page).first();
  await first.focus();
  await page.keyboard.press("Enter");
  await dialog(page).waitFor();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => {
      const root = document.querySelector("tydlig-bar").shadowRoot;
      return document.activeElement === document.body || root.activeElement === null || root.querySelector("dialog").contains(root.activeElement);
    });
    expect("focus stays in the dialog", page, inside);
  }
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  expect("focus returns", page, await focused(first));
}

async function tellsWhatIsWrong(page, origin) {
  const text = read("content/stod.md");
  await turnOn(page, `${origin}/stod/`);
  await page.locator("main .prose p").first().click();
  await dialog(page).locator("textarea").fill("[finns](inte.md)");
  await dialog(page).locator("button", { hasText: "Spara" }).click();
  await dialog(page).locator("[role=alert]", { hasText: "R101" }).waitFor();
  expect("nothing is written", page, read("content/stod.md") === text);
  expect("the field is marked", page, (await dialog(page).locator("textarea").getAttribute("aria-invalid")) === "true");
  results.record("axe, wrong", page.url(), await axe(page));
  await dialog(page).locator("textarea").fill("Ett utkast.");
  write("content/stod.md", `${text}\nSist.\n`);
  // The page becomes another behind the dialog, and the draft is still there.
  await page.locator("main", { hasText: "Sist." }).waitFor();
  await dialog(page).waitFor();
  expect("a draft outlives a reload", page, (await dialog(page).locator("textarea").inputValue()) === "Ett utkast.");
  page.once("dialog", (asked) => asked.accept());
  await dialog(page).locator("button", { hasText: "Avbryt" }).click();
  await dialog(page).waitFor({ state: "detached" });
  write("content/stod.md", text);
}

async function translatesFromRightToLeft(page, origin) {
  await turnOn(page, `${origin}/ar/`);
  const paragraph = page.locator("main .prose p").first();
  await paragraph.click();
  await dialog(page).waitFor();
  const area = dialog(page).locator("textarea");
  expect("the text runs from right to left", page, (await area.evaluate((element) => getComputedStyle(element).direction)) === "rtl");
  const original = dialog(page).locator(".original");
  expect("the source stands beside it", page, (await original.getAttribute("lang")) === "sv" && (await original.getAttribute("dir")) === "ltr");
  results.record("axe, rtl", page.url(), await axe(page));
  const before = await area.inputValue();
  await area.fill(`${before} نص جديد.`);
  await dialog(page).locator("button", { hasText: "Spara" }).click();
  await page.locator("main .prose p", { hasText: "نص جديد" }).first().waitFor();
  expect("it is saved", page, read("content/index.ar.md").includes(`${before} نص جديد.`));
}

async function changesFigures(page, origin) {
  await turnOn(page, `${origin}/assignments/skola-1/`);
  await page.locator("main p", { hasText: "Läxhjälpen har startat på tre skolor." }).first().click();
  await dialog(page).waitFor();
  await dialog(page).locator("select").first().selectOption("klart");
  results.record("axe, row", page.url(), await axe(page));
  await dialog(page).locator("button", { hasText: "Spara" }).click();
  await status(page).filter({ hasText: "sparad" }).waitFor({ state: "attached" });
  expect("a cell changes", page, read("content/data/uppfoljning.csv").includes("skola-1;2009-T1;skola;klart;"));
}

async function isOff(page, origin) {
  await page.goto(`${origin}/`);
  await page.locator("tydlig-preview").waitFor({ state: "attached" });
  await page.locator("tydlig-bar #toggle").click();
  await page.locator("tydlig-bar #tool-checks").waitFor();
  expect("a read-only preview has no tool", page, (await tool(page).count()) === 0);
  const script = await (await fetch(`${origin}/_tydlig/preview.js`)).text();
  expect("and no script for it", page, !script.includes("edit/save"));
}

async function run() {
  const browser = await launch();
  const tours = [
    ["bilingual", [], [changesAParagraph, worksByKeyboard, tellsWhatIsWrong]],
    ["rtl", [], [translatesFromRightToLeft]],
    ["progress", ["--today", "2011-05-20"], [changesFigures]],
    ["minimal", ["--read-only"], [isOff]],
  ];
  for (const [site, options, checks] of tours) {
    const { origin, stop } = await start(site, ...options);
    const context = await browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    for (const check of checks) {
      try {
        await check(page, origin);
      } catch (error) {
        results.record(check.name, page.url(), [{ rule: "could not go on", message: String(error.message ?? error) }]);
      }
    }
    await context.close();
    const code = await stop();
    results.record("stops", site, code === 0 ? [] : [{ rule: `ended with ${code}` }]);
    rmSync(folder, { recursive: true, force: true });
  }
  await browser.close();
}

await run();
results.printFailures();
results.printCounts();
process.exitCode = results.failed === 0 && results.passed > 0 ? 0 : 1;
