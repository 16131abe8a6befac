// Changes files from the live preview in a real browser: with the mouse and by keyboard alone, beside the source language,
// from right to left, and what happens when it is refused.
//
//   node edit.mjs PROGRAM
//
// PROGRAM is the built `tydlig`. Exits with 1 if anything failed.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { axeOnLooks } from "./checks/axe.mjs";
import { reflow } from "./checks/reflow.mjs";
import { NARROW, WIDE } from "./lib/browser.mjs";
import { temporaryFolder } from "./lib/limits.mjs";
import { recordAccessibility, runSuite, startPreview, tryAlone } from "./lib/preview.mjs";
import { Results } from "./lib/results.mjs";

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
function start(site, more) {
  folder = temporaryFolder("edit");
  cpSync(fileURLToPath(new URL(`../sites/${site}`, import.meta.url)), folder, { recursive: true });
  return startPreview(program, folder, { results, more });
}

function expect(rule, page, holds, message = "") {
  results.record("edit", page.url(), holds ? [] : [{ rule, message: String(message) }]);
}

const tool = (page) => page.locator("tydlig-bar #tool-edit");
const items = (page) => page.locator("tydlig-bar details:has(#editables-0) .editables button");
const dialog = (page) => page.locator("tydlig-bar dialog[open]");
const status = (page) => page.locator("tydlig-bar [role=status]");
const focused = (locator) => locator.evaluate((element) => element.getRootNode().activeElement === element);

const button = (page, text) => dialog(page).locator("button", { hasText: text });
const said = (page, text) => status(page).filter({ hasText: text }).waitFor({ state: "attached" });

async function turnOn(page, address) {
  await page.goto(address);
  const toggle = page.locator("tydlig-bar #toggle");
  await toggle.waitFor();
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  if ((await tool(page).getAttribute("aria-expanded")) === "false") await tool(page).click();
  const list = page.locator("tydlig-bar details", { has: page.locator("#editables-0") });
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
  await recordAccessibility(results, page, "open");
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    results.record(`axe, ${colorScheme}`, page.url(), await axeOnLooks(page));
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: "active" });
  results.record("axe, forced colours", page.url(), await axeOnLooks(page));
  await page.emulateMedia({ forcedColors: null });
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
      return document.activeElement === document.body || root.activeElement === null || root.querySelector("dialog[open]").contains(root.activeElement);
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
  await recordAccessibility(results, page, "wrong");
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
  await recordAccessibility(results, page, "rtl");
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
  await recordAccessibility(results, page, "row");
  await dialog(page).locator("button", { hasText: "Spara" }).click();
  await status(page).filter({ hasText: "sparad" }).waitFor({ state: "attached" });
  expect("a cell changes", page, read("content/data/uppfoljning.csv").includes("skola-1;2009-T1;skola;klart;"));
}

/** A figure is chosen where it stands in a table, whatever its column. */
async function changesAFigureOnThePage(page, origin) {
  await turnOn(page, `${origin}/indicators/behoriga/`);
  const cell = page.locator("main table").first().locator("tbody tr", { hasText: "2009" }).locator("td").first();
  await cell.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
  const shown = await cell.innerText();
  await cell.click();
  await dialog(page).waitFor();
  const value = dialog(page).locator("label", { hasText: "Värde" });
  const input = dialog(page).locator(`#${await value.getAttribute("for")}`);
  expect("the figure is in focus", page, await focused(input), shown);
  expect("the figure is the one that was chosen", page, shown.startsWith(await input.inputValue()), `${shown} ${await input.inputValue()}`);
  await input.fill("sjuttio");
  await button(page, "Spara").click();
  await dialog(page).locator("[role=alert]", { hasText: "D" }).waitFor();
  expect("what is no number is refused", page, !read("content/data/varden.csv").includes("sjuttio"));
  await recordAccessibility(results, page, "wrong figure");
  page.once("dialog", (asked) => asked.accept());
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
}

async function addsAFollowUpByKeyboard(page, origin) {
  await turnOn(page, `${origin}/assignments/skola-1/`);
  await page.locator("tydlig-bar #fresh-0").focus();
  await page.keyboard.press("Enter");
  const first = page.locator("tydlig-bar details:has(#fresh-0) button").first();
  await recordAccessibility(results, page, "lists");
  await first.focus();
  await page.keyboard.press("Enter");
  await dialog(page).waitFor();
  await recordAccessibility(results, page, "new row");
  const of = async (name) => dialog(page).locator(`#${await dialog(page).locator("label", { hasText: name }).first().getAttribute("for")}`);
  expect("what it is about stands there", page, (await (await of("Uppdrag")).inputValue()) === "skola-1");
  expect("focus is on what is to be written", page, await focused(await of("Period")));
  await (await of("Period")).fill("2010-T2");
  await (await of("Läge")).selectOption("klart");
  await (await of("Text")).fill("Läxhjälpen är klar; sex skolor.");
  await button(page, "Spara").focus();
  await page.keyboard.press("Enter");
  await page.locator("main", { hasText: "Läxhjälpen är klar; sex skolor." }).waitFor();
  expect("the row stands last in the table", page, /\nskola-1;2010-T2;;klart;;;"Läxhjälpen är klar; sex skolor\.";/.test(read("content/data/uppfoljning.csv")));
}

async function addsAField(page, origin) {
  const text = read("content/assignments/skola-2.md");
  await turnOn(page, `${origin}/assignments/skola-2/`);
  const fresh = page.locator("tydlig-bar details:has(#fresh-0)");
  if (!(await fresh.evaluate((element) => element.open))) await fresh.locator("summary").click();
  await fresh.getByRole("button", { name: "Lägg till uppgifter", exact: true }).click();
  await dialog(page).waitFor();
  await recordAccessibility(results, page, "fields");
  const label = dialog(page).locator("label", { hasText: "Sammanfattning" });
  await dialog(page).locator(`#${await label.getAttribute("for")}`).fill("En ny sammanfattning.");
  await button(page, "Spara").click();
  await page.locator("main", { hasText: "En ny sammanfattning." }).first().waitFor();
  expect("the field is added", page, read("content/assignments/skola-2.md") === text.replace("\n---\n", "\nsummary: En ny sammanfattning.\n---\n"));
}

/** Two languages side by side: each is changed where it is seen. */
async function changesWhatIsSideBySide(page, origin) {
  await turnOn(page, `${origin}/stod/`);
  await page.locator("tydlig-bar #tool-languages").click();
  await page.locator("tydlig-bar #beside-en").click();
  await page.waitForFunction(() => {
    const all = [...document.querySelector("tydlig-bar").shadowRoot.querySelectorAll("iframe")];
    return all.length === 2 && all.every((frame) => frame.contentDocument?.readyState === "complete" && frame.contentDocument.querySelector("main p"));
  });
  await tool(page).click();
  await page.locator("tydlig-bar #editables-1").waitFor();
  await recordAccessibility(results, page, "side by side");
  const english = page.frames().find((frame) => frame.url().startsWith(`${origin}/en/`));
  await english.locator("main .prose p").first().click();
  await dialog(page).waitFor();
  const area = dialog(page).locator("textarea");
  const before = await area.inputValue();
  expect("the source stands beside the translation", page, (await dialog(page).locator(".original").getAttribute("lang")) === "sv");
  await area.fill(`${before} And more.`);
  await button(page, "Spara").click();
  await said(page, "sparad i content/stod.en.md");
  await english.locator("main", { hasText: "And more." }).waitFor();
  expect("the translation is saved", page, read("content/stod.en.md").includes(`${before} And more.`));
}

/** Somebody else saves first: nothing is written before the writer has seen it. */
async function meetsAnotherHand(page, origin) {
  await turnOn(page, `${origin}/stod/`);
  await page.locator("main .prose p").first().click();
  await dialog(page).waitFor();
  const area = dialog(page).locator("textarea");
  const before = await area.inputValue();
  const text = read("content/stod.md");
  // Changed on disk while the preview is not looking: the page's digest is of the file as it was.
  await page.route("**/_tydlig/edit/save", async (route) => {
    write("content/stod.md", text.replace(before, `${before} Deras.`));
    await route.continue();
  });
  await area.fill(`${before} Mitt.`);
  await button(page, "Spara").click();
  await page.waitForFunction(() => document.querySelector("tydlig-bar")?.shadowRoot.querySelector("dialog[open] [role=alert]")?.textContent.length > 0);
  expect("what somebody else wrote stays", page, read("content/stod.md").includes("Deras.") && !read("content/stod.md").includes("Mitt."));
  // The page becomes another behind the dialog, which comes back with what was typed and what stands there now.
  await dialog(page).locator("[role=alert]", { hasText: "Deras." }).waitFor();
  expect("what was typed is still there", page, (await dialog(page).locator("textarea").inputValue()).endsWith("Mitt."));
  await page.unroute("**/_tydlig/edit/save");
  page.once("dialog", (asked) => asked.accept());
  await button(page, "Avbryt").click();
  write("content/stod.md", text);
}

/** The tool stands in the bar: nothing of the preview lies over anything else of it. */
async function overlapsNothing(page, origin) {
  for (const [viewport, url] of [[WIDE, "/"], [NARROW, "/"], [WIDE, "/ar/"], [NARROW, "/ar/"]]) {
    await page.setViewportSize(viewport);
    await turnOn(page, origin + url);
    const covered = await page.evaluate(() => {
      const root = document.querySelector("tydlig-bar").shadowRoot;
      const all = [...root.querySelectorAll(".row button, .head button")].filter((one) => one.getClientRects().length > 0);
      const top = (one) => {
        const box = one.getBoundingClientRect();
        return root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      };
      return all.filter((one) => !one.contains(top(one))).map((one) => one.textContent);
    });
    expect("no control is covered", page, covered.length === 0, covered);
    results.record("reflow", `${page.url()} ${viewport.width}`, viewport === NARROW ? await reflow(page) : []);
  }
  await page.setViewportSize(WIDE);
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

async function tryAll(browser) {
  const tours = [
    ["bilingual", [], [changesAParagraph, worksByKeyboard, tellsWhatIsWrong, changesWhatIsSideBySide, meetsAnotherHand]],
    ["rtl", [], [translatesFromRightToLeft, overlapsNothing]],
    ["progress", ["--today", "2011-05-20"], [changesFigures, changesAFigureOnThePage, addsAFollowUpByKeyboard, addsAField]],
    ["minimal", ["--read-only"], [isOff]],
  ];
  // The browser says so of each answer that refuses a change.
  const refusals = (faults) => faults.filter(({ rule, message }) => !/^answered 4(09|22)$/.test(rule) && !/status of 4(09|22)/.test(message));
  for (const [site, options, checks] of tours) {
    const { origin, stop } = await start(site, options);
    for (const check of checks) await tryAlone(check, { browser, origin, results, expected: refusals });
    await stop();
  }
}

await runSuite(results, tryAll);
