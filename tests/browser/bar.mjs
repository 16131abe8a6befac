// Tries the preview's bar in a real browser, each of its functions, by keyboard where
// keys matter, and looks at the bar and its panels with axe and IBM's checker.
//
//   node bar.mjs PROGRAM
//
// PROGRAM is the built `tydlig`. Exits with 1 if anything failed.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { axeOnLooks } from "./checks/axe.mjs";
import { reflow } from "./checks/reflow.mjs";
import { NARROW, WIDE } from "./lib/browser.mjs";
import { settled, temporaryFolder } from "./lib/limits.mjs";
import { recordAccessibility, runSuite, startPreview, tryAlone } from "./lib/preview.mjs";
import { Results } from "./lib/results.mjs";

const TODAY = "2010-03-01";
const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error("usage: node bar.mjs PROGRAM");
  process.exit(2);
}

const folder = temporaryFolder("bar");
const results = new Results();

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The site of the tests: three languages, a draft, a vague link, a long sentence, something that falls due. */
function writeSite() {
  cpSync(fileURLToPath(new URL("../sites/bilingual", import.meta.url)), folder, { recursive: true });
  const settings = readFileSync(join(folder, "site.toml"), "utf8");
  write("site.toml", settings.replace('tag = "en"\n', 'tag = "en"\n\n[[language]]\ntag = "ar"\n').replace(/core = .*/, "core = []"));
  const long = `${"Kommunen beskriver hur föreningar söker stöd ".repeat(5)}varje år.`;
  const part = (name) => `## ${name} {#${name.toLowerCase()}}\n\n${"Ett stycke text som fyller sidan.\n\n".repeat(30)}`;
  write("content/lang.md", `---\ntitle: Lång sida\nsummary: En sida att läsa.\n---\n${long}\n\nFör mer, [läs mer](stod.md).\n\n${part("Ett")}${part("Tva")}`);
  const short = (name) => `## ${name} {#${name.toLowerCase()}}\n\n${"Some text.\n\n".repeat(60)}`;
  write("content/lang.en.md", `---\ntitle: Long page\ntranslation: {state: human, by: The office, date: 2010-02-03}\n---\n${short("Ett")}${short("Tva")}`);
  write("content/utkast.md", "---\ntitle: Utkastet\ndraft: true\n---\nInte klart.\n");
  write("content/programme/index.md", "---\nid: p\ntitle: Programmet\nform: programme\nvalid: 2009..2010\nfollow_up: {cadence: [year]}\n---\n");
  write("content/bodies/soc.md", '---\nid: soc\nnumber: "1"\ntitle: Socialnämnden\n---\n');
  write("content/assignments/soc-1.md", '---\nid: soc-1\nnumber: "1"\ntitle: Starta en mötesplats\nbody: soc\n---\n');
}

function expect(rule, page, holds, message = "") {
  results.record("bar", page.url(), holds ? [] : [{ rule, message: String(message) }]);
}

const bar = (page, selector) => page.locator(`tydlig-bar ${selector}`);
const focused = (page) => page.evaluate(() => document.querySelector("tydlig-bar").shadowRoot.activeElement?.id ?? "");
const press = (page, id) => bar(page, `#${id}`).click();
const bodyText = (page) => bar(page, ".body").innerText();

async function openPanel(page, url, name) {
  await page.goto(url);
  if ((await bar(page, "#toggle").getAttribute("aria-expanded")) === "false") await press(page, "toggle");
  if ((await bar(page, `#tool-${name}`).getAttribute("aria-expanded")) === "false") await press(page, `tool-${name}`);
  await bar(page, "#panel").waitFor();
  await page.waitForFunction(() => !document.querySelector("tydlig-bar").shadowRoot.querySelector(".body").textContent.includes("Hämtar"));
}

async function worksByKeyboard(page, origin) {
  await page.goto(`${origin}/lang/`);
  const markup = await page.evaluate(() => document.body.innerHTML);
  await page.evaluate(() => document.querySelector("footer a:last-of-type")?.focus());
  for (let tabs = 0; tabs < 20 && (await focused(page)) !== "toggle"; tabs += 1) await page.keyboard.press("Tab");
  expect("Tab reaches the toggle", page, (await focused(page)) === "toggle");
  const outline = await bar(page, "#toggle").evaluate((button) => getComputedStyle(button).outlineWidth);
  expect("focus is visible", page, outline === "3px", outline);
  await page.keyboard.press("Enter");
  await bar(page, "#tools").waitFor();
  expect("the toggle says that it is open", page, (await bar(page, "#toggle").getAttribute("aria-expanded")) === "true");
  await page.keyboard.press("Tab");
  expect("the toolbar is one stop", page, (await focused(page)) === "tool-edit", await focused(page));
  await page.keyboard.press("ArrowRight");
  expect("the right arrow goes on", page, (await focused(page)) === "tool-checks", await focused(page));
  await page.keyboard.press("End");
  expect("End goes to the last", page, (await focused(page)) === "tool-site", await focused(page));
  await page.keyboard.press("ArrowRight");
  expect("the arrows go round", page, (await focused(page)) === "tool-edit", await focused(page));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await bar(page, "#panel").waitFor();
  await page.keyboard.press("Tab");
  expect("Tab goes into the panel", page, ["panel", "shut"].includes(await focused(page)), await focused(page));
  await page.keyboard.press("Escape");
  await bar(page, "#panel").waitFor({ state: "hidden" });
  expect("Escape closes the panel and goes back", page, (await focused(page)) === "tool-checks", await focused(page));
  await page.keyboard.press("Escape");
  await bar(page, "#tools").waitFor({ state: "hidden" });
  expect("Escape closes the bar", page, (await focused(page)) === "toggle", await focused(page));
  expect("the page's markup stays as it was", page, (await page.evaluate(() => document.body.innerHTML)) === markup);
  const sizes = await page.evaluate(() => {
    const root = document.querySelector("tydlig-bar").shadowRoot;
    const boxes = [...root.querySelectorAll("button")].map((button) => button.getBoundingClientRect());
    return boxes.filter((box) => box.width > 0 && (box.width < 24 || box.height < 24)).length;
  });
  expect("targets are 24 pixels", page, sizes === 0, sizes);
}

async function outlinesWhatWasFound(page, origin) {
  await openPanel(page, `${origin}/lang/`, "checks");
  const text = await bodyText(page);
  expect("a finding says what, where and what to do", page, ["A105", "läs mer", "content/lang.md:", "Gör så här"].every((part) => text.includes(part)), text);
  const mark = bar(page, ".mark");
  await mark.waitFor({ state: "attached" });
  await bar(page, "#locator-0").click();
  const isOutlined = () => outlines(page, ".mark.strong", page.locator("main a", { hasText: "läs mer" }));
  expect("the faulty link is outlined", page, await settled(isOutlined, Boolean));
  // The bar draws itself anew whenever it hears of a change: what somebody asked to see stays outlined, by the same mark.
  await mark.evaluate((element) => (element.isKnown = true));
  await Promise.all([page.waitForResponse(/_tydlig\/facts/), page.evaluate(() => document.dispatchEvent(new Event("tydlig-look")))]);
  expect("it stays outlined", page, await settled(isOutlined, Boolean));
  expect("its mark is the same", page, await mark.evaluate((element) => element.isKnown === true));
}

/** Whether a mark of the bar's surrounds an element of the page. */
async function outlines(page, mark, element) {
  const [box, inner] = await Promise.all([bar(page, mark).boundingBox(), element.boundingBox()]);
  return box !== null && box.x <= inner.x && box.y <= inner.y && box.x + box.width >= inner.x + inner.width && box.y + box.height >= inner.y + inner.height;
}

async function readsText(page, origin) {
  await openPanel(page, `${origin}/lang/`, "reading");
  const swedish = await bodyText(page);
  expect("Swedish has LIX with its band", page, /LIX\s+\d+, (mycket )?(lätt|medel|svår)/.test(swedish), swedish);
  expect("long sentences are listed", page, swedish.includes("Meningar som är längre än 25 ord: 1"), swedish);
  await openPanel(page, `${origin}/en/lang/`, "reading");
  const english = await bodyText(page);
  expect("other languages have no LIX", page, english.includes("räknas bara för svenska"), english);
}

async function showsLanguages(page, origin) {
  await openPanel(page, `${origin}/lang/`, "languages");
  const text = await bodyText(page);
  for (const part of ["källtext", "översatt av en människa, The office, 2010-02-03", "saknas, visas på Svenska"]) {
    expect(`translations show ${part}`, page, text.includes(part), text);
  }
  await Promise.all([page.waitForURL(`${origin}/en/lang/`), press(page, "language-en")]);
  await bar(page, "#language-en[aria-current]:focus").waitFor();
  expect("the bar stays open, and focus where it was", page, (await focused(page)) === "language-en", await focused(page));
}

async function showsTwoLanguages(page, origin) {
  await openPanel(page, `${origin}/lang/`, "languages");
  await press(page, "beside-en");
  await bar(page, "iframe").nth(1).waitFor();
  const frames = () => page.frames().filter((frame) => frame !== page.mainFrame());
  await page.waitForFunction(() => {
    const all = [...document.querySelector("tydlig-bar").shadowRoot.querySelectorAll("iframe")];
    return all.length === 2 && all.every((frame) => frame.contentDocument?.readyState === "complete" && frame.contentDocument.querySelector("#tva"));
  });
  expect("the panel makes room for them", page, !(await bar(page, "#panel").isVisible()) && (await focused(page)) === "tool-languages", await focused(page));
  const urls = frames().map((frame) => new URL(frame.url()).pathname);
  expect("two languages stand side by side", page, urls.join() === "/lang/,/en/lang/", urls);
  const [left, right] = frames();
  await left.evaluate(() => scrollTo({ top: document.getElementById("tva").getBoundingClientRect().top + scrollY, behavior: "instant" }));
  const top = await settled(() => right.evaluate(() => document.getElementById("tva").getBoundingClientRect().top), (top) => Math.abs(top) < 40);
  expect("headings scroll together", page, Math.abs(top) < 40, top);
  expect("no bar stands in a frame", page, (await left.locator("tydlig-bar").count()) === 0);
  await recordAccessibility(results, page, "side by side");
  await bar(page, "#tool-view").focus();
  await press(page, "tool-view");
  await press(page, "reset");
  await bar(page, "iframe").first().waitFor({ state: "detached" });
  expect("the page comes back", page, await page.locator("main").isVisible());
}

/** Chooses views and gives the frame that shows the page so. */
async function viewed(page, ...choices) {
  for (const id of choices) await bar(page, `label[for=${id}]`).click();
  await page.waitForFunction(() => {
    const frame = document.querySelector("tydlig-bar").shadowRoot.querySelector("iframe");
    return frame?.contentDocument?.readyState === "complete" && frame.contentDocument.querySelector("main");
  });
  return page.frames().find((frame) => frame !== page.mainFrame());
}

/** Records whether what is asked for in a frame comes to be as wanted. */
async function expectSoon(rule, page, ask, isWanted) {
  const answer = await settled(ask, isWanted);
  expect(rule, page, isWanted(answer), JSON.stringify(answer));
}

async function emulates(page, origin) {
  await openPanel(page, `${origin}/lang/`, "view");
  const sizeOfText = (frame) => frame.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main p:not([class])")).fontSize));
  const usual = await sizeOfText(page);
  const phone = await viewed(page, "layout-phone");
  await expectSoon("a phone is 390 pixels wide", page, () => phone.evaluate(() => innerWidth), (width) => width === 390);
  const narrow = await viewed(page, "layout-narrow");
  await expectSoon("the narrowest is 320 pixels wide", page, () => narrow.evaluate(() => innerWidth), (width) => width === 320);
  const large = await viewed(page, "layout-page", "adapt-text");
  await expectSoon("text is twice as large", page, () => sizeOfText(large), (size) => Math.abs(size / usual - 2) < 0.2);
  await viewed(page, "adapt-text", "adapt-grey");
  const filter = () => bar(page, "iframe").evaluate((frame) => getComputedStyle(frame).filter);
  await expectSoon("greyscale has no colours", page, filter, (filter) => filter === "grayscale(1)");
  const forced = await viewed(page, "adapt-grey", "adapt-colours");
  const colours = () => forced.evaluate(() => [getComputedStyle(document.querySelector("main")).backgroundColor, getComputedStyle(document.querySelector("h1")).color]);
  await expectSoon("forced colours are dark and bright", page, colours, ([ground, ink]) => /rgb\((\d|1\d|2\d)[, ]/.test(ground) && ink === "rgb(255, 255, 255)");
  expect("forced colours are said to be emulated", page, (await bodyText(page)).includes("kontrastteman"));
  const paper = await viewed(page, "adapt-colours", "adapt-print");
  const printed = () => paper.evaluate(() => getComputedStyle(document.querySelector(".print-only")).display);
  await expectSoon("print hides what is not printed", page, printed, (display) => display === "block");
  const bare = await viewed(page, "adapt-print", "adapt-scripts");
  const ran = await bare.evaluate(() => document.querySelector("tydlig-preview") !== null).catch(() => false);
  expect("without scripts none runs", page, ran === false);
  const text = readFileSync(join(folder, "content/lang.md"), "utf8");
  write("content/lang.md", text.replace("Lång sida", "Längre sida"));
  await page.waitForFunction(() => document.querySelector("tydlig-bar").shadowRoot.querySelector("iframe").contentDocument.querySelector("h1")?.textContent === "Längre sida");
  expect("a frame without scripts follows changes too", page, true);
  write("content/lang.md", text);
  await recordAccessibility(results, page, "views");
  await press(page, "shut");
  await page.keyboard.press("Escape");
  await bar(page, "iframe").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.readyState === "complete" && getComputedStyle(document.querySelector("main")).visibility === "visible");
  expect("Escape leaves the view", page, true);
}

async function hidesDrafts(page, origin) {
  await openPanel(page, `${origin}/utkast/`, "checks");
  expect("a draft is shown and says so", page, (await page.locator("main").innerText()).includes("Det här är ett utkast"));
  await bar(page, "#toggle", { hasText: "utkast" }).waitFor();
  await Promise.all([page.waitForURL(/tydlig-drafts=off/), press(page, "tool-drafts")]);
  await page.locator("h1", { hasText: "finns inte" }).or(page.locator("h1")).first().waitFor();
  expect("without drafts the page is gone", page, !(await page.locator("main").innerText()).includes("Inte klart"));
  await page.waitForFunction(() => document.querySelector("tydlig-bar").shadowRoot.getElementById("tool-drafts").getAttribute("aria-pressed") === "false");
  await Promise.all([page.waitForURL(/stod.*tydlig-drafts=off/), page.locator("nav a[href='/stod/']").first().evaluate((link) => link.click())]);
  expect("links keep the choice", page, true);
  await page.waitForFunction(() => document.querySelector("tydlig-bar").shadowRoot.getElementById("tool-drafts").getAttribute("aria-pressed") === "false");
  await Promise.all([page.waitForURL((url) => !url.search.includes("drafts")), press(page, "tool-drafts")]);
}

async function travels(page, origin) {
  await openPanel(page, `${origin}/uppfoljning/`, "date");
  expect("nothing is late today", page, (await bodyText(page)).includes("Försenat i dag: 0"), await bodyText(page));
  await Promise.all([page.waitForURL(/tydlig-today=2010-04-01/), press(page, "coming-0")]);
  await bar(page, "#back").waitFor();
  const text = await bodyText(page);
  expect("what will be late is listed", page, text.includes("Nytt: Starta en mötesplats") && text.includes("2010-03-31"), text);
  await bar(page, "#day").fill("2011-05-01");
  await Promise.all([page.waitForURL(/tydlig-today=2011-05-01/), press(page, "travel")]);
  await bar(page, "#back").waitFor();
  await recordAccessibility(results, page, "day");
  await Promise.all([page.waitForURL((url) => !url.search.includes("today")), press(page, "back")]);
}

async function listsAllProblems(page, origin) {
  await openPanel(page, `${origin}/`, "site");
  await bar(page, "#file-0").waitFor();
  const text = await bodyText(page);
  expect("the site's problems are listed by file", page, text.includes("1 varning") && text.includes("content/lang.md"), text);
  await Promise.all([page.waitForURL(`${origin}/lang/`), press(page, "file-0")]);
}

async function isAccessible(page, origin) {
  for (const [url, direction] of [["/lang/", "ltr"], ["/ar/lang/", "rtl"]]) {
    for (const name of ["edit", "checks", "reading", "languages", "view", "date", "site"]) {
      await openPanel(page, origin + url, name);
      await recordAccessibility(results, page, name);
      const box = await bar(page, "#toggle").boundingBox();
      expect(`the bar keeps the staff's direction (${direction})`, page, box.x < 100, box.x);
    }
    await page.emulateMedia({ forcedColors: "active" });
    results.record("axe, forced colours", page.url(), await axeOnLooks(page));
    await page.emulateMedia({ forcedColors: null });
  }
  await page.setViewportSize(NARROW);
  for (const name of ["edit", "checks", "languages", "view", "date"]) {
    await openPanel(page, `${origin}/lang/`, name);
    results.record("reflow, panel", `${page.url()} ${name}`, await reflow(page));
    const wide = await bar(page, ".bar").evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(`the bar fits 320 pixels (${name})`, page, wide <= 0, wide);
    await bar(page, ".bar").evaluate((element) => (element.style.fontSize = "200%"));
    const room = await bar(page, ".bar").evaluate((element) => [element.scrollWidth - element.clientWidth, element.getBoundingClientRect().top]);
    expect(`and 200 % text (${name})`, page, room[0] <= 0 && room[1] >= 0, room);
  }
  await page.setViewportSize(WIDE);
}

async function tryAll(browser) {
  writeSite();
  const { origin, stop } = await startPreview(program, folder, { results, more: ["--today", TODAY] });
  // The browser says so of each script that a frame without scripts keeps from running.
  const withoutScripts = (faults) => faults.filter(({ message }) => !message.includes("Blocked script execution"));
  for (const check of [worksByKeyboard, outlinesWhatWasFound, readsText, showsLanguages, showsTwoLanguages, travels, listsAllProblems, isAccessible]) {
    await tryAlone(check, { browser, origin, results });
  }
  await tryAlone(emulates, { browser, origin, results, expected: withoutScripts });
  await tryAlone(hidesDrafts, { browser, origin, results, listening: { missing: true } });
  await stop();
}

await runSuite(results, tryAll);
