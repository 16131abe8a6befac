// -- This page's checks --

function drawChecks() {
  if (facts === undefined) return make("p", {}, words.waiting);
  if (!facts.shown) return make("p", {}, words.notShown);
  const source = facts.source && make("p", {}, `${words.file}: `, fileLink(facts.source));
  if (facts.findings.length === 0) return [make("p", {}, words.nothingFound), source];
  return [source, make("ol", { class: "list" }, facts.findings.map(finding))];
}

function fileLink({ path, edit }) {
  return edit === null ? make("code", {}, path) : link(edit, path);
}

function finding(found, index) {
  const element = find(found.locator);
  const shows = element !== null && press(`locator-${index}`, words.showOnPage, () => reveal(index, element));
  const where = found.locator !== null && element === null && make("p", {}, words.notOnPage);
  return make("li", {}, problem(found, "h3"), where, shows);
}

function problem(found, heading) {
  const level = found.level === "error" ? words.error : words.warning;
  const links = [found.edit && link(found.edit, words.openFile), found.explain && link(found.explain, fill(words.explain, found), { target: "_blank" })];
  return [
    make(heading, {}, make("span", { class: found.level }, level), ` ${found.code === null ? "" : `${found.code}: `}${found.message}`),
    found.place && make("p", {}, make("code", {}, found.place)),
    found.help && make("p", {}, `${words.help}: ${found.help}`),
    links.some(Boolean) && make("p", { class: "links" }, links),
  ];
}

/** What a finding is about, on the page that is looked at. */
function find(locator) {
  if (locator === null) return null;
  const main = pageDocument()?.querySelector("main");
  if (!main) return null;
  const text = main.querySelector(".prose") ?? main;
  if (locator.kind === "image") return text.querySelectorAll("img")[locator.number] ?? null;
  if (locator.kind === "link") {
    const links = [...text.querySelectorAll("a")];
    if (links[locator.number]?.textContent.includes(locator.text)) return links[locator.number];
    return links.find((one) => squeeze(one.textContent) === locator.text) ?? null;
  }
  return holder(main, locator.text);
}

/** The innermost element that holds a text. */
function holder(main, text) {
  let at = main;
  for (;;) {
    const inner = [...at.children].find((child) => squeeze(child.textContent).includes(text));
    if (inner === undefined) return at === main ? null : at;
    at = inner;
  }
}

function squeeze(text) {
  return text.replace(/\s+/g, " ").trim();
}

function pageDocument() {
  return frames.length > 0 ? frames[0].contentDocument : document;
}

let outlined = [];

/** What somebody asked to be shown: outlined as long as the panel is open in which they asked. */
let revealed = null;

function reveal(index, element) {
  revealed = { element, label: String(index + 1), panel: memory.panel };
  element.scrollIntoView({ block: "center", behavior: "instant" });
  drawMarks();
  say(fill(words.revealed, { text: squeeze(element.textContent || element.alt || "").slice(0, 80) }));
}

/** Outlines what was found, in the bar's own layer: nothing of the page is touched. */
function drawMarks() {
  const isShown = memory.open && !panel.hidden;
  if (!isShown || revealed?.panel !== memory.panel || !revealed.element.isConnected) revealed = null;
  if (isShown && memory.panel === "edit") return;
  outlined = isShown && memory.panel === "checks" ? marksOfFindings() : [];
  if (revealed !== null) {
    const { element, label } = revealed;
    outlined = [...outlined.filter((mark) => mark.element !== element), { element, label, kind: "mark strong" }];
  }
  placeMarks();
}

function marksOfFindings() {
  const elements = (facts?.findings ?? []).map(({ locator }) => find(locator));
  return elements.map((element, index) => ({ element, label: String(index + 1), kind: "mark" })).filter(({ element }) => element !== null);
}

/** Moves the marks to where their elements stand. A mark that is there already is used again, so that it does not flicker. */
function placeMarks() {
  const shown = outlined.map((one) => ({ ...one, box: boxOf(one.element) })).filter(({ box }) => box !== null);
  shown.forEach(({ label, kind, box }, at) => {
    const mark = marks.children[at] ?? marks.appendChild(make("div"));
    mark.className = kind;
    mark.replaceChildren(...(label === "" ? [] : [make("span", {}, label)]));
    Object.assign(mark.style, { left: `${box.left - 4}px`, top: `${box.top - 4}px`, width: `${box.width + 8}px`, height: `${box.height + 8}px` });
  });
  while (marks.children.length > shown.length) marks.lastChild.remove();
}

/** Where an element stands in the window; nowhere if it takes no room or its frame has scrolled it away. */
function boxOf(element) {
  const frame = frames.find((one) => one.contentDocument === element.ownerDocument)?.getBoundingClientRect();
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 && height === 0) return null;
  const at = { left: left + (frame?.left ?? 0), top: top + (frame?.top ?? 0), width, height };
  return frame !== undefined && (at.top + height < frame.top || at.top > frame.bottom) ? null : at;
}

let isPlacing = false;

function placeSoon() {
  if (isPlacing || outlined.length === 0) return;
  isPlacing = true;
  requestAnimationFrame(() => {
    isPlacing = false;
    placeMarks();
  });
}

addEventListener("scroll", placeSoon, { passive: true, capture: true });
addEventListener("resize", () => {
  makeRoom();
  placeSoon();
});

// -- How it reads --

function drawReading() {
  const read = facts?.readability;
  if (facts === undefined) return make("p", {}, words.waiting);
  if (!read) return make("p", {}, words.noText);
  const mean = (read.words / read.sentences).toLocaleString(words.lang, { maximumFractionDigits: 1 });
  const rows = [
    [words.lix, read.lix === null ? words.lixOnlySwedish : `${read.lix}, ${read.band}`],
    [words.wordCount, String(read.words)],
    [words.sentenceCount, fill(words.sentenceMean, { count: read.sentences, mean })],
    [words.longWords, `${read.long_words} (${Math.round((100 * read.long_words) / read.words)} %)`],
  ];
  const isHard = read.lix !== null && read.lix > read.lix_limit;
  const limit = { limit: read.sentence_limit, count: read.over };
  return [
    make("dl", {}, rows.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))),
    isHard && make("p", {}, make("span", { class: "warning" }, words.warning), ` ${fill(words.tooHard, { limit: read.lix_limit })}`),
    make("h3", {}, read.over === 0 ? fill(words.noLongSentences, limit) : fill(words.longSentences, limit)),
    make("ol", { class: "list" }, read.longest.map((long, index) => make("li", {}, sentence(long, index)))),
    make("p", { class: "note" }, words.readingNote),
  ];
}

function sentence({ words: count, text }, index) {
  const language = facts.languages.find((one) => one.current);
  const main = pageDocument()?.querySelector("main");
  const element = main ? holder(main, squeeze(text).slice(0, 60)) : null;
  return [
    make("p", {}, `${fill(words.countOfWords, { count })}: `, make("q", { lang: language?.tag ?? null, dir: language?.dir ?? null }, text)),
    element !== null && press(`long-${index}`, words.showOnPage, () => reveal(index, element)),
  ];
}
