// -- What is pointed at: the preview marks each element of a page with the ids of the parts of files that it shows --

const PART = "data-tydlig-part";

const choices = make("dialog", { id: "choices", "aria-labelledby": "choices-title", onclose: () => choices.replaceChildren() });
root.append(choices);

/** What is known of a page's parts, by id: something that can be changed on it, or where it is changed. */
function partsById({ editables, places }) {
  const parts = new Map(places.map((place) => [place.id, { place }]));
  for (const editable of editables) for (const id of editable.ids) parts.set(id, { editable });
  return parts;
}

const idsOf = (element) => element.getAttribute(PART).split(".");

/** The innermost marked element around what was pointed at, and what it shows. */
function markedAt(target) {
  const seen = looked?.find(({ page }) => page === target?.ownerDocument);
  const element = seen === undefined ? null : target.closest?.(`[${PART}]`);
  if (!element) return undefined;
  return { seen, element, parts: idsOf(element).map((id) => seen.parts.get(id)).filter(Boolean) };
}

/** The elements of a page that show something that can be changed, the main part's first. */
function elementsOf({ page }, editable) {
  const ids = editable.group === null ? editable.ids : looked.flatMap(({ found }) => found.editables.filter((other) => other.group === editable.group).flatMap((other) => other.ids));
  const all = [...page.querySelectorAll(`[${PART}]`)].filter((element) => idsOf(element).some((id) => ids.includes(id)));
  const main = page.querySelector("main");
  return [...all.filter((element) => main?.contains(element)), ...all.filter((element) => !main?.contains(element))];
}

/** Where an element is seen: in what is folded, the head of that. */
function seenAt(element) {
  let at = element;
  for (let folded = at.closest("details:not([open])"); folded !== null; folded = folded.parentElement?.closest("details:not([open])") ?? null) {
    if (!folded.querySelector(":scope > summary")?.contains(at)) at = folded.querySelector(":scope > summary") ?? folded;
  }
  return at;
}

function outline(element) {
  outlined = element === undefined ? [] : [{ element: seenAt(element), label: "", kind: "mark edits" }];
  placeMarks();
}

// -- A calm marking of all that can be changed, in a style sheet of the bar's own --

const marking = new WeakMap();

/** Shows beforehand what can be pointed at: what is changed here, and what leads elsewhere. */
function showMarks() {
  for (const { page, found } of looked ?? []) {
    if (!marking.has(page)) {
      const made = sheet("", page.defaultView);
      page.adoptedStyleSheets = [...page.adoptedStyleSheets, made];
      marking.set(page, made);
    }
    const here = found.editables.flatMap(({ ids }) => ids).map((id) => `[${PART}*="${id}"]`).join(",");
    const rules = [
      `[${PART}] { cursor: pointer; outline: 1px dotted color-mix(in srgb, currentColor 45%, transparent); outline-offset: 2px; }`,
      here !== "" && `:is(${here}) { outline: 1px dashed color-mix(in srgb, currentColor 80%, transparent); }`,
      `[${PART}]:focus-visible { outline: 3px solid; }`,
      `@media (forced-colors: active) { [${PART}] { outline-color: CanvasText; } }`,
    ];
    marking.get(page).replaceSync(editing ? rules.filter(Boolean).join("\n") : "");
  }
}

// -- Pointing --

function watchPage(page) {
  const isOwn = (event) => event.composedPath().includes(host);
  page.addEventListener("click", (event) => {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!editing || !isPlain || dialog.open || choices.open || isOwn(event)) return;
    const found = markedAt(event.target);
    const control = event.target.closest?.("a, button, summary, label, input, select, textarea") ?? null;
    if (found === undefined || (found.parts.length === 0 && control !== null)) {
      if (control === null && event.target.textContent?.trim()) tellNote(words.ownText);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    pointAt(found, control);
  }, true);
  page.addEventListener("pointermove", (event) => {
    if (!editing || dialog.open || choices.open || isOwn(event)) return;
    const found = markedAt(event.target);
    const element = found?.parts.length > 0 ? found.element : undefined;
    if ((element && seenAt(element)) !== outlined[0]?.element) outline(element);
  }, { passive: true });
  page.addEventListener("focusin", (event) => {
    const found = editing && !dialog.open && !isOwn(event) ? markedAt(event.target) : undefined;
    if (found?.parts.length > 0) outline(found.element);
  });
}

/** Opens what was pointed at: at once where it is one thing that can be changed here, else after a choice. */
async function pointAt({ seen, element, parts }, control) {
  if (parts.length === 0) {
    // The page is of another state of the files than what is known of them.
    await seek();
    parts = markedAt(element)?.parts ?? [];
    if (parts.length === 0) {
      tellNote(words.gone);
      return;
    }
  }
  tellNote("");
  if (parts.length === 1 && parts[0].editable !== undefined && control === null) edit(seen, parts[0].editable, root.getElementById("tool-edit"));
  else choose(seen, parts, control);
}

/** A short list of exactly what an element shows; and of what it does besides, where it is a link or folds something. */
function choose(seen, parts, control) {
  const back = root.getElementById("tool-edit");
  const shut = (then) => () => {
    choices.close();
    then();
  };
  const rows = parts.map(({ editable, place }, at) =>
    editable === undefined ? elsewhere(place, at) : press(`choice-${at}`, fill(words.editTitle, { what: editable.group === null ? editable.label : `${editable.group}: ${editable.label}` }), shut(() => edit(seen, editable, back))),
  );
  if (control?.matches("a[href]")) rows.push(press("choice-follow", words.followLink, shut(() => leaveFor(control))));
  if (control?.matches("summary")) rows.push(press("choice-fold", words.fold, shut(() => control.parentElement.toggleAttribute("open"))));
  choices.replaceChildren(
    make("h2", { id: "choices-title" }, words.choose),
    make("ul", { class: "choices" }, rows.map((row) => make("li", {}, row))),
    make("div", { class: "buttons" }, press("choices-cancel", words.cancel, () => choices.close())),
  );
  choices.showModal();
  choices.querySelector("a, button").focus();
}

function leaveFor(link) {
  const frame = frames.find((one) => one.contentDocument === link.ownerDocument);
  (frame?.contentWindow ?? window).location.assign(link.href);
}

/** What is not changed here: where it stands, and the way there. */
function elsewhere({ id, label, how, page, place }, at) {
  const what = make("strong", {}, label);
  if (page === null) return make("p", {}, what, " ", fill({ file: words.inFile, workbook: words.inWorkbook, frozen: words.inFrozen }[how] ?? words.inFile, { place }));
  const title = make("bdi", { lang: page.lang, dir: page.dir }, page.title);
  const [before, after] = words.onPage.split("{page}");
  const go = (event) => {
    memory.target = id;
    keep();
    choices.close();
    follow(event, page.href);
  };
  return make("p", {}, what, " ", link(page.href, [before, title, after], { id: `choice-${at}`, onclick: go }));
}

/** Comes to what was asked for on another page. */
function arriveAtTarget() {
  const { target } = memory;
  if (!target) return false;
  const seen = looked.find(({ parts }) => parts.get(target)?.editable !== undefined);
  if (seen === undefined) return false;
  memory.target = null;
  keep();
  const { editable } = seen.parts.get(target);
  elementsOf(seen, editable)[0]?.scrollIntoView({ block: "center", behavior: "instant" });
  edit(seen, editable, root.getElementById("tool-edit"));
  return true;
}

let told = "";

/** Says something of what was pointed at, in the panel and to those who do not see it. */
function tellNote(text) {
  if (text !== "") say(text);
  if (text === told) return;
  told = text;
  drawPanel();
}
