// The preview's bar: what was found on the page, how it reads, its languages, the page as others meet it, and changing it.
// Stands in a shadow root of its own and leaves the page's markup as it is. Nothing of it is in a site that is built.
//
// The files of this folder are one script, in one function: this one first, `start.js` last.

const words = "BAR_WORDS";
const reserved = "RESERVED";
const KEY = "tydlig-bar";

// -- What outlives the page: which tools are open, and how pages are shown. Without storage, only that is lost --

const usualView = { layout: "page", other: null, adapt: [] };
const memory = { open: false, panel: null, view: usualView, focus: null, ...read() };
let left = memory.focus;
memory.focus = null;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

function keep() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // A private window may refuse.
  }
}

// -- Making elements --

const host = document.createElement("tydlig-bar");
host.lang = words.lang;
host.dir = "ltr";
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [sheet("BAR_STYLE", window)];
const around = sheet("", window);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, around];

function sheet(text, owner) {
  const made = new owner.CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

/** An element with attributes and children; what is null or false is left out. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== false));
  return element;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

const link = (href, text, more = {}) => make("a", { href, ...more }, text);
const press = (id, text, onclick, more = {}) => make("button", { type: "button", id, onclick, ...more }, text);

// -- The parts of the bar --

const said = make("p", { class: "said", role: "status" });
const toggle = press("toggle", words.name, () => open(!memory.open), { class: "toggle", "aria-controls": "tools" });
const tools = make("div", { id: "tools", class: "tools", role: "toolbar", "aria-label": words.tools });
const title = make("h2", { id: "title" });
const body = make("div", { class: "body" });
const shut = press("shut", words.close, () => show(null));
const panel = make("section", { id: "panel", class: "panel", "aria-labelledby": "title", tabindex: "-1" }, make("div", { class: "head" }, title, shut), body);
const bar = make("section", { class: "bar", "aria-label": words.name }, make("div", { class: "row" }, toggle, tools), panel);
// While frames are shown the page's own main part is hidden, and this one stands for it.
const stage = make("section", { class: "stage", role: "main", "aria-label": words.views, hidden: true });
const marks = make("div", { class: "marks", "aria-hidden": "true" });
root.append(said, stage, marks, bar);

const PANELS = {
  ...("EDITS" ? { edit: { name: words.edit, draw: () => editor.draw() } } : {}),
  checks: { name: words.checks, draw: drawChecks },
  reading: { name: words.reading, draw: drawReading },
  languages: { name: words.languages, draw: drawLanguages },
  view: { name: words.view, draw: drawView },
  date: { name: words.date, draw: drawDate },
  site: { name: words.site, draw: drawSite },
};
if (!(memory.panel in PANELS)) memory.panel = null;

const buttons = Object.entries(PANELS).map(([key, { name }]) =>
  press(`tool-${key}`, name, () => show(memory.panel === key ? null : key), { "aria-controls": "panel", "aria-expanded": "false", tabindex: "-1" }),
);
const draftsButton = press("tool-drafts", words.drafts, toggleDrafts, { "aria-pressed": "true", tabindex: "-1" });
buttons.splice(-2, 0, draftsButton);
buttons[0].tabIndex = 0;
tools.append(...buttons);

/** What the part that changes files does, where it is there. */
const editor = { draw: () => [], turn: () => {}, arrived: () => {}, changed: () => {}, sending: false };

/** Says it to those who do not see it. A region that is filled when it is made is not heard. */
function say(text) {
  said.textContent = "";
  setTimeout(() => {
    said.textContent = text;
  }, 150);
}

// -- Keys: a toolbar as ARIA's authoring practices describe it. No shortcuts: they collide with others' --

tools.addEventListener("keydown", (event) => {
  const at = buttons.indexOf(root.activeElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  rove(buttons[(next + buttons.length) % buttons.length]).focus();
});
tools.addEventListener("focusin", (event) => rove(event.target));

function rove(button) {
  for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
  return button;
}

bar.addEventListener("keydown", escape);
stage.addEventListener("keydown", escape);

/** Escape closes what is innermost: the panel, then the view, then the bar. Focus goes to what opened it. */
function escape(event) {
  if (event.key !== "Escape") return;
  event.preventDefault();
  if (memory.panel !== null) show(null);
  else if (isFramed()) {
    root.getElementById("tool-view").focus();
    setView(usualView);
  } else open(false);
}

function open(wanted) {
  memory.open = wanted;
  if (!wanted) memory.panel = null;
  draw();
  if (wanted) load();
  else toggle.focus();
}

function show(key) {
  const before = memory.panel;
  memory.panel = key;
  draw();
  if (key === null && before !== null) root.getElementById(`tool-${before}`)?.focus();
  if (key !== null) load();
}

function draw() {
  toggle.setAttribute("aria-expanded", String(memory.open));
  tools.hidden = !memory.open;
  panel.hidden = !memory.open || memory.panel === null;
  bar.classList.toggle("open", memory.open);
  for (const key of Object.keys(PANELS)) {
    root.getElementById(`tool-${key}`).setAttribute("aria-expanded", String(memory.panel === key));
  }
  drawCounts();
  drawPanel();
  editor.turn(!panel.hidden && memory.panel === "edit");
  makeRoom();
  keep();
}

function drawPanel() {
  if (panel.hidden) {
    drawMarks();
    return;
  }
  // What had focus keeps it, by its id, though it is made anew.
  const focused = panel.contains(root.activeElement) ? root.activeElement.id : "";
  title.textContent = PANELS[memory.panel].name;
  body.replaceChildren(...[PANELS[memory.panel].draw()].flat().filter((part) => part !== null && part !== false));
  if (focused !== "") (root.getElementById(focused) ?? panel).focus();
  drawMarks();
}

function drawCounts() {
  const count = facts?.findings.length ?? 0;
  const site = (facts?.errors ?? 0) + (facts?.warnings ?? 0);
  root.getElementById("tool-checks").textContent = count > 0 ? `${words.checks} (${count})` : words.checks;
  root.getElementById("tool-site").textContent = site > 0 ? `${words.site} (${site})` : words.site;
  const otherDay = facts !== undefined && facts.today !== facts.usual_today;
  root.getElementById("tool-date").textContent = otherDay ? `${words.date}: ${facts.today}` : words.date;
  draftsButton.setAttribute("aria-pressed", String(facts?.drafts ?? true));
  const notes = [facts?.draft && words.isDraft, otherDay && facts.today, facts?.drafts === false && words.noDrafts, isFramed() && words.emulated];
  const told = notes.filter(Boolean).join(" · ");
  toggle.textContent = told === "" ? words.name : `${words.name}: ${told}`;
  toggle.classList.toggle("otherwise", told !== "");
}

/** The bar hides nothing for good: the page scrolls further, and what is in focus comes out from under it. */
function makeRoom() {
  const height = Math.ceil(bar.getBoundingClientRect().height);
  const hidden = isFramed() ? "html { overflow: hidden !important; } body > :not(tydlig-bar, tydlig-preview) { visibility: hidden !important; }" : "";
  // Closed, it stands in a corner of what is wrong; open, below it.
  const [below, inside] = memory.open ? [height, 0] : [0, height];
  around.replaceSync(`html { scroll-padding-block-end: ${height + 8}px; } body { margin-block-end: ${height}px; } tydlig-preview { --tydlig-bar: ${below}px; --tydlig-corner: ${inside}px; } ${hidden}`);
  stage.style.bottom = `${height}px`;
}

// -- What the server knows --

let facts;
let problems;
let late;
let loading = 0;

/** The page that is looked at: in a frame, or the page itself. */
function place() {
  try {
    const at = frames[0]?.contentWindow.location;
    if (at !== undefined && at.protocol.startsWith("http")) return at;
  } catch {
    // A frame that shows another site is not read.
  }
  return location;
}

function query() {
  const asked = new URLSearchParams(place().search);
  return ["tydlig-today", "tydlig-drafts"].filter((key) => asked.has(key)).map((key) => `${key}=${encodeURIComponent(asked.get(key))}`);
}

async function ask(what, more = []) {
  try {
    const answer = await fetch(`${reserved}${what}?${[...more, ...query()].join("&")}`);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

async function load() {
  loading += 1;
  const mine = loading;
  const [page, site, owed] = await Promise.all([
    ask("facts", [`page=${encodeURIComponent(place().pathname)}`]),
    memory.panel === "site" ? ask("problems") : problems,
    memory.panel === "date" ? ask("late") : late,
  ]);
  if (mine !== loading) return;
  [facts, problems, late] = [page, site, owed];
  drawCounts();
  drawPanel();
  makeRoom();
  focusAgain();
}
