// Clicks every piece of some pages that the live preview marks for editing, and compares what opens with the file that it is
// said to be from.
//
//   node places.mjs PROGRAM
//
// PROGRAM is the built `tydlig`. Exits with 1 if anything failed.

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { temporaryFolder } from "./lib/limits.mjs";
import { runSuite, startPreview, tryAlone } from "./lib/preview.mjs";
import { Results } from "./lib/results.mjs";

const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error("usage: node places.mjs PROGRAM");
  process.exit(2);
}

/** A goal, an assignment, a body, the start page and the overview of progress. */
const PAGES = ["/mal/kf-2/", "/uppdrag/soc-3/", "/forvaltningar/soc/", "/", "/uppfoljning/"];

const results = new Results();
let folder;

/** The repository's own site, in a folder of its own. */
function start() {
  folder = temporaryFolder("places");
  const root = fileURLToPath(new URL("../..", import.meta.url));
  for (const name of ["site.toml", "content", "i18n", "themes"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  return startPreview(program, folder, { results, more: ["--today", "2011-05-20"] });
}

async function turnOn(page, address) {
  await page.goto(address);
  const toggle = page.locator("tydlig-bar #toggle");
  await toggle.waitFor();
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  const tool = page.locator("tydlig-bar #tool-edit");
  await tool.waitFor();
  // The next page goes on with what was open on the one before.
  if ((await tool.getAttribute("aria-expanded")) === "false") await tool.click();
  await page.locator("main [data-tydlig-part]").first().waitFor();
  await page.locator("tydlig-bar .body p", { hasNotText: "Hämtar" }).first().waitFor({ state: "attached" });
}

/** Clicks each marked element of the page, and tells what opened. Runs in the page. */
async function clickAll() {
  const root = document.querySelector("tydlig-bar").shadowRoot;
  const answer = await fetch(`/_tydlig/edit/editables?page=${encodeURIComponent(location.pathname)}`);
  const found = await answer.json();
  const until = async (what, holds) => {
    for (let waited = 0; waited < 200; waited += 1) {
      if (holds()) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`waited two seconds for ${what}`);
  };
  const clicked = [];
  for (const element of document.querySelectorAll("main [data-tydlig-part]")) {
    const ids = element.dataset.tydligPart.split(" ");
    const name = `${element.localName} “${element.textContent.trim().slice(0, 40)}” (${ids})`;
    const own = found.editables.filter((one) => one.ids.some((id) => ids.includes(id)));
    const parts = own.length + (found.places ?? []).filter((one) => (one.ids ?? [one.id]).some((id) => ids.includes(id))).length;
    if (parts === 0) continue;
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
    await until(`something to open for ${name}`, () => root.querySelector("dialog[open]") !== null);
    const dialog = root.querySelector("dialog[open]");
    const isEdit = dialog.querySelector("#edit-title") !== null;
    clicked.push({
      name,
      own,
      isEdit,
      file: dialog.querySelector(".hint code")?.textContent ?? null,
      texts: [...dialog.querySelectorAll("input, textarea, select")].map((one) => one.value),
      choices: [...dialog.querySelectorAll(".choices button, .choices a")].map((one) => one.textContent),
    });
    dialog.querySelector(isEdit ? "#cancel" : "#choices-cancel").click();
    await until(`the dialog of ${name} to close`, () => root.querySelector("dialog[open]") === null);
  }
  return { files: found.files.map((file) => file.path), clicked };
}

const words = (text) => text.replace(/\s+/g, " ").trim();

/** Whether a file holds a text at the place that a part names. */
function holds(path, { part, text }) {
  const bytes = readFileSync(join(folder, path));
  if (part.block) return bytes.subarray(...part.block).toString("utf8").replaceAll("\r\n", "\n") === text;
  const whole = bytes.toString("utf8");
  if (part.cell) return whole.includes(text.replaceAll('"', '""')) || whole.includes(text);
  return text.split("\n").every((line) => words(whole.replace(/\n\s+/g, " ")).includes(words(line)));
}

/** What is wrong with what one click opened. */
function faults(files, { name, own, isEdit, file, texts, choices }) {
  const said = [];
  for (const editable of own) {
    const path = files[editable.file];
    if (!holds(path, editable)) said.push({ rule: "the text is not at its place", message: `${name}: ${path} ${JSON.stringify(editable.part)}` });
    if (isEdit && (file !== path || !texts.includes(editable.text))) said.push({ rule: "another piece opened", message: `${name}: ${file} ${texts}` });
    if (!isEdit && !choices.some((choice) => choice.includes(words(editable.label)) || words(choice).includes(words(editable.label)))) said.push({ rule: "a piece is not offered", message: `${name}: ${editable.label} in ${choices}` });
  }
  if (own.length === 0 && isEdit) said.push({ rule: "something opened for what cannot be changed here", message: name });
  return said;
}

async function clicksEverything(page, origin) {
  for (const path of PAGES) {
    await turnOn(page, `${origin}${path}`);
    const { files, clicked } = await page.evaluate(clickAll);
    const nothing = clicked.length === 0 ? [{ rule: "nothing can be clicked" }] : [];
    results.record("places", `${origin}${path}`, [...nothing, ...clicked.flatMap((one) => faults(files, one))]);
    console.log(`${path}: ${clicked.length} clicked, ${clicked.filter((one) => one.isEdit).length} opened for editing, ${clicked.filter((one) => !one.isEdit).length} as a choice`);
  }
}

await runSuite(results, async (browser) => {
  const { origin, stop } = await start();
  await tryAlone(clicksEverything, { browser, origin, results });
  await stop();
});
