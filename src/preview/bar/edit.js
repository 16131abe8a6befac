// -- Changing files from the page: what can be changed on it, in a list and in a dialog, and sending changes to the preview --

/** The pages that are looked at, each with what can be changed on it and where that stands. */
let looked;
let editing = false;
let opened;

const dialog = make("dialog", { "aria-labelledby": "edit-title", oncancel: (event) => leave(event) });
root.append(dialog);
editor.draw = drawEdit;
editor.turn = turn;
editor.arrived = (inner) => {
  watchPage(inner);
  if (editing) seek().then(arriveAtTarget);
};
editor.changed = () => {
  if (editing && !dialog.open) seek();
};

function turn(wanted) {
  if (wanted === editing) return;
  editing = wanted;
  told = "";
  outlined = [];
  placeMarks();
  if (editing) seek().then(resume);
  else {
    showMarks();
    say(words.editOff);
  }
}

/** Asks what can be changed on the pages that are looked at. */
async function seek() {
  const pages = frames.length === 0 ? [document] : frames.map((frame) => frame.contentDocument);
  looked = await Promise.all(pages.filter((page) => page !== null && page.querySelector("main") !== null).map(look));
  if (!editing) return;
  showMarks();
  drawPanel();
  focusAgain();
}

async function look(page) {
  const asked = [...new URLSearchParams(page.location.search)].filter(([key]) => key.startsWith("tydlig-"));
  const query = [["page", page.location.pathname], ...asked].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  const answer = await fetch(`${reserved}edit/editables?${query}`, { cache: "no-store" }).catch(() => undefined);
  const found = answer?.ok ? await answer.json() : { token: "", files: [], editables: [], places: [] };
  return { page, found, parts: partsById(found) };
}

// -- The panel: what can be changed, in a list; while it is open, what is chosen on the page is changed as well --

function drawEdit() {
  if (looked === undefined) return make("p", {}, words.waiting);
  const lost = opened === undefined && memory.draft?.path === location.pathname && drawLost();
  const count = looked.reduce((sum, seen) => sum + shownOf(seen).length, 0);
  const note = told !== "" && make("p", { class: "told" }, told);
  if (count === 0) return [lost, note, make("p", {}, looked.some(({ parts }) => parts.size > 0) ? words.editElsewhere : words.editNone)];
  const several = looked.length > 1;
  return [lost, note, make("p", {}, words.editOn), ...looked.flatMap((seen, at) => pieceLists(seen, at, several))];
}

/** What was being written when its place went away: to be copied, and then thrown away by hand. */
function drawLost() {
  const texts = Object.values(memory.draft.texts).map(({ text }) => make("pre", { dir: "auto" }, text));
  const discard = () => {
    memory.draft = null;
    keep();
    drawPanel();
  };
  return make("section", { class: "lost", "aria-label": words.lost }, make("p", {}, words.lost), texts, press("discard", words.throwAway, discard));
}

/** Pieces of a row are changed together and stand in the list once. */
function shownOf({ found }) {
  const seen = new Set();
  return found.editables.filter((editable) => editable.group === null || (!seen.has(editable.group) && seen.add(editable.group)));
}

function pieceLists(seen, page, several) {
  const button = (editable) => press(`editable-${page}-${editable.slot}`, nameOf(editable), (event) => edit(seen, editable, event.currentTarget), { onfocus: () => point(seen, editable), onmouseenter: () => point(seen, editable) });
  const buttons = shownOf(seen).map((editable) => [editable, button(editable)]);
  // A new row is what is asked for most.
  const rows = ([editable]) => (editable.part.row === undefined ? 1 : 0);
  const fresh = buttons.filter(([editable]) => editable.add).sort((a, b) => rows(a) - rows(b)).map(([, button]) => button);
  const there = buttons.filter(([editable]) => !editable.add).map(([, button]) => button);
  return [
    several && make("h3", {}, make("bdi", { lang: seen.page.documentElement.lang, dir: seen.page.documentElement.dir }, seen.page.querySelector("h1")?.textContent ?? "")),
    there.length > 0 && folded(`editables-${page}`, fill(words.editList, { count: there.length }), there),
    fresh.length > 0 && folded(`fresh-${page}`, fill(words.addList, { count: fresh.length }), fresh),
  ];
}

/** A list that is opened when it is wanted, and stays open on the next page. */
function folded(id, name, buttons) {
  const note = (event) => {
    memory.listed = [...(memory.listed ?? []).filter((one) => one !== id), ...(event.target.open ? [id] : [])];
    keep();
    makeRoom();
  };
  const list = make("ul", { class: "editables" }, buttons.map((one) => make("li", {}, one)));
  return make("details", { open: memory.listed?.includes(id) ?? false, ontoggle: note }, make("summary", { id }, name), list);
}

const nameOf = (editable) => editable.group ?? editable.label;

/** Shows where something of the list stands on the page. */
function point(seen, editable) {
  const element = elementsOf(seen, editable)[0];
  outline(element);
  if (element !== undefined) seenAt(element).scrollIntoView({ block: "nearest", behavior: "instant" });
  placeMarks();
}

watchPage(document);

// -- The dialog --

const together = (seen, editable) => (editable.group === null ? [editable] : seen.found.editables.filter((other) => other.group === editable.group && other.file === editable.file));

function edit(seen, editable, back) {
  const fields = together(seen, editable).map(field);
  const error = make("div", { class: "wrong", role: "alert" });
  const save = press("save", words.save, () => send(), { class: "first" });
  const file = seen.found.files[editable.file].path;
  opened = { seen, editable, fields, error, save, back };
  dialog.replaceChildren(
    make("h2", { id: "edit-title" }, editable.add ? nameOf(editable) : fill(words.editTitle, { what: nameOf(editable) })),
    make("p", { class: "hint" }, `${words.file}: `, make("code", {}, file)),
    make("div", { class: fields.length > 1 ? "fields" : null }, fields.map((part) => part.element)),
    error,
    make("div", { class: "buttons" }, save, press("cancel", words.cancel, () => leave())),
  );
  outlined = [];
  placeMarks();
  dialog.showModal();
  const first = fields.find((part) => part.editable === editable && !editable.fixed) ?? fields.find((part) => !part.editable.fixed) ?? fields[0];
  first.input.focus();
}

/** One editable: its label, its input, the source text beside it, and what is wrong with it. */
function field(editable, at) {
  const id = `edit-${at}`;
  const wrong = make("p", { class: "wrong", id: `${id}-wrong` });
  const hint = editable.part.field?.startsWith("decided.") ? words.decided : { markdown: words.markdown, list: words.lines, period: words.periodForm, date: words.dateForm }[editable.kind];
  const attributes = { id, lang: editable.lang, dir: editable.dir, "aria-describedby": hint === undefined ? wrong.id : `${id}-hint ${wrong.id}`, oninput: keepDraft };
  const input = inputOf(editable, attributes);
  const mine = make("div", {}, make("label", { for: id }, editable.label), input, hint !== undefined && make("p", { class: "hint", id: `${id}-hint` }, hint), wrong);
  if (editable.kind === "suggested") mine.append(make("datalist", { id: `${id}-words` }, editable.words.map((word) => make("option", { value: word }))));
  const element = make("div", { class: editable.source === null ? "field" : "field sides" }, mine);
  if (editable.source !== null) {
    const title = fill(words.editSource, { language: editable.source.name });
    const original = make("div", { class: "original", lang: editable.source.lang, dir: editable.source.dir }, editable.source.text);
    element.append(make("div", { role: "group", "aria-labelledby": `${id}-source` }, make("span", { class: "name", id: `${id}-source` }, title), original));
  }
  return { editable, input, wrong, element };
}

function inputOf(editable, attributes) {
  const start = editable.fixed ?? editable.text;
  if (editable.kind === "choice") {
    const all = editable.words.includes(start) ? editable.words : [start, ...editable.words];
    const select = make("select", attributes, all.map((word) => make("option", { value: word }, word)));
    select.value = start;
    return select;
  }
  if (["markdown", "prose", "list"].includes(editable.kind)) {
    const area = make("textarea", { ...attributes, rows: editable.kind === "markdown" || start.length > 200 ? "6" : "3", spellcheck: "true" });
    area.value = start;
    return area;
  }
  // A date stays text: what stands in the file may be none yet, and must be seen.
  const input = make("input", {
    ...attributes,
    type: "text",
    autocomplete: "off",
    inputmode: editable.kind === "number" ? "decimal" : null,
    readonly: Boolean(editable.fixed),
    list: editable.kind === "suggested" ? `${attributes.id}-words` : null,
  });
  input.value = start;
  return input;
}

/** What somebody has written; what is filled in already goes along with it. */
const written = () => opened.fields.filter(({ editable, input }) => !editable.fixed && input.value !== editable.text);

/** What something is, in all states of its file: a field or a cell by its name, a block by what it says. */
const identityOf = (seen, editable) => `${seen.found.files[editable.file].path} ${editable.part.block === undefined ? editable.slot : editable.ids[0]}`;

/**
 * What has become of something in another state of its file. A block that says something else is the same only between the same
 * two others; where that is not so it is lost, for what stands at its place may be another.
 */
function sameIn(seen, { identity, file, around }) {
  const own = seen.found.editables.filter((other) => seen.found.files[other.file].path === file);
  const same = own.find((other) => identityOf(seen, other) === identity);
  if (same !== undefined || around === null) return same;
  return own.find((other) => other.around !== null && JSON.stringify(other.around) === JSON.stringify(around));
}

const tracesOf = (seen, editable) => ({ identity: identityOf(seen, editable), file: seen.found.files[editable.file].path, around: editable.around });

/** Keeps what is being written: the page may become another while somebody writes. */
function keepDraft() {
  const { seen, editable } = opened;
  const texts = Object.fromEntries(written().map((part) => [identityOf(seen, part.editable), { ...tracesOf(seen, part.editable), text: part.input.value, before: part.editable.text }]));
  const draft = { path: seen.page.location.pathname, ...tracesOf(seen, editable), texts };
  memory.draft = Object.keys(texts).length === 0 ? null : draft;
  keep();
}

function leave(event) {
  event?.preventDefault();
  if (written().length > 0 && !confirm(words.discard)) return;
  shutDialog();
}

function shutDialog() {
  memory.draft = null;
  keep();
  const { back } = opened;
  dialog.close();
  opened = undefined;
  // The list may have been made anew meanwhile.
  (root.getElementById(back.id) ?? root.getElementById("tool-edit")).focus();
}

async function send() {
  const { seen, editable, fields, error, save } = opened;
  if (save.getAttribute("aria-disabled") === "true") return;
  error.replaceChildren();
  for (const part of fields) {
    part.wrong.textContent = "";
    part.input.removeAttribute("aria-invalid");
  }
  if (written().length === 0) {
    shutDialog();
    say(words.same);
    return;
  }
  const parts = fields.filter(({ editable, input }) => editable.fixed || input.value !== editable.text);
  const file = seen.found.files[editable.file];
  const body = JSON.stringify({ path: file.path, digest: file.digest, changes: parts.map((part) => ({ part: part.editable.part, text: part.input.value })) });
  save.setAttribute("aria-disabled", "true");
  editor.sending = true;
  say(words.saving);
  let answer;
  let result = {};
  try {
    answer = await fetch(`${reserved}edit/save`, { method: "POST", headers: { "Content-Type": "application/json", "X-Tydlig-Token": seen.found.token }, body });
    result = await answer.json();
  } catch {
    // What is not JSON says no more than its status does.
  }
  save.removeAttribute("aria-disabled");
  if (answer?.ok) {
    // The page becomes another in a moment, and what is said is gone with it.
    memory.said = { path: location.pathname, text: fill(words.saved, { file: file.path }) };
    shutDialog();
    say(memory.said.text);
    await seek();
  } else if (answer?.status === 409) await stale(error);
  else tell(result, parts);
  editor.sending = false;
  document.dispatchEvent(new Event("tydlig-look"));
}

/** Says why nothing was saved, at the field that is to blame, if one is. */
function tell(result, parts) {
  const own = parts.filter((part) => !part.editable.fixed);
  const blamed = parts[result.change ?? (parts.length === 1 ? 0 : -1)];
  if (result.message !== undefined && blamed !== undefined) {
    blamed.wrong.textContent = result.message;
    blamed.input.setAttribute("aria-invalid", "true");
    blamed.input.focus();
    return;
  }
  for (const part of own) part.input.setAttribute("aria-invalid", "true");
  if (result.problems === undefined) opened.error.append(make("p", {}, result.message ?? words.failed));
  else opened.error.append(make("p", {}, words.wrong), ...result.problems.list.map(refusal));
  (own[0] ?? parts[0]).input.focus();
  opened.error.scrollIntoView({ block: "nearest" });
}

function refusal({ code, message, help, frame }) {
  return make("div", {}, make("h3", {}, code === null ? message : `${code}: ${message}`), help !== null && make("p", {}, `${words.help}: ${help}`), frame !== "" && make("pre", {}, frame));
}

/** Somebody else has changed the file: shows how it reads now, so that saving once more is a choice. */
async function stale(error) {
  const typed = new Map(opened.fields.map((part) => [part, part.input.value]));
  const traces = new Map(opened.fields.map((part) => [part, tracesOf(opened.seen, part.editable)]));
  const seen = await look(opened.seen.page);
  const found = new Map(opened.fields.map((part) => [part, sameIn(seen, traces.get(part))]));
  if ([...found.values()].includes(undefined)) {
    // Its place is gone: what was written is kept to be copied, and goes nowhere else.
    keepDraft();
    dialog.close();
    opened = undefined;
    looked = looked.map((one) => (one.page === seen.page ? seen : one));
    drawPanel();
    panel.focus();
    say(words.lost);
    return;
  }
  opened.seen = seen;
  error.append(make("p", {}, words.changed));
  for (const part of opened.fields) {
    const now = found.get(part);
    if (now.text !== part.editable.text) error.append(make("p", {}, words.now), make("pre", { lang: now.lang, dir: now.dir }, now.text));
    part.editable = now;
    part.input.value = typed.get(part);
  }
  opened.editable = opened.fields[0].editable;
  opened.fields[0].input.focus();
}

// -- After a reload --

function resume() {
  const { draft, said: before } = memory;
  memory.said = null;
  keep();
  if (arriveAtTarget()) return;
  if (before?.path === location.pathname) say(before.text);
  else if (draft === null || draft === undefined) say(words.editOn);
  const seen = looked.find(({ page }) => page.location.pathname === draft?.path);
  if (seen === undefined || dialog.open) return;
  const editable = sameIn(seen, draft);
  const texts = new Map(Object.values(draft.texts).map((text) => [sameIn(seen, text), text]));
  if (editable === undefined || texts.has(undefined)) {
    drawPanel();
    return;
  }
  edit(seen, editable, root.getElementById("tool-edit"));
  for (const part of opened.fields) {
    const text = texts.get(part.editable);
    if (text === undefined) continue;
    part.input.value = text.text;
    if (text.before !== part.editable.text) opened.error.append(make("p", {}, words.now), make("pre", { lang: part.editable.lang, dir: part.editable.dir }, part.editable.text));
  }
  // A region outside an open dialog is not heard.
  opened.error.prepend(make("p", {}, words.kept));
  keepDraft();
}
