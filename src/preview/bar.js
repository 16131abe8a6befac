// The preview's bar: what was found on the page, how it reads, its languages, and the page as others meet it. Stands in a
// shadow root of its own and leaves the page's markup as it is. Nothing of it is in a site that is built.

(() => {
  // Pages in frames are looked at by the bar of the page around them.
  if (window !== window.top) return;

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
    checks: { name: words.checks, draw: drawChecks },
    reading: { name: words.reading, draw: drawReading },
    languages: { name: words.languages, draw: drawLanguages },
    view: { name: words.view, draw: drawView },
    date: { name: words.date, draw: drawDate },
    site: { name: words.site, draw: drawSite },
  };

  const buttons = Object.entries(PANELS).map(([key, { name }]) =>
    press(`tool-${key}`, name, () => show(memory.panel === key ? null : key), { "aria-controls": "panel", "aria-expanded": "false", tabindex: "-1" }),
  );
  const draftsButton = press("tool-drafts", words.drafts, toggleDrafts, { "aria-pressed": "true", tabindex: "-1" });
  buttons.splice(4, 0, draftsButton);
  buttons[0].tabIndex = 0;
  tools.append(...buttons);

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
    around.replaceSync(`html { scroll-padding-block-end: ${height + 8}px; } tydlig-preview { --tydlig-bar: ${height}px; } ${hidden}`);
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
    const element = find(found.aim);
    const shows = element !== null && press(`aim-${index}`, words.showOnPage, () => reveal(index, element));
    const where = found.aim !== null && element === null && make("p", {}, words.notOnPage);
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
  function find(aim) {
    if (aim === null) return null;
    const main = pageDocument()?.querySelector("main");
    if (!main) return null;
    const text = main.querySelector(".prose") ?? main;
    if (aim.kind === "image") return text.querySelectorAll("img")[aim.number] ?? null;
    if (aim.kind === "link") {
      const links = [...text.querySelectorAll("a")];
      if (links[aim.number]?.textContent.includes(aim.text)) return links[aim.number];
      return links.find((one) => squeeze(one.textContent) === aim.text) ?? null;
    }
    return holder(main, aim.text);
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

  function reveal(index, element) {
    outlined = outlined.filter((mark) => mark.element !== element);
    outlined.push({ element, label: String(index + 1), strong: true });
    element.scrollIntoView({ block: "center", behavior: "instant" });
    placeMarks();
    say(fill(words.revealed, { text: squeeze(element.textContent || element.alt || "").slice(0, 80) }));
  }

  /** Outlines what was found, in the bar's own layer: nothing of the page is touched. */
  function drawMarks() {
    const isShown = memory.open && !panel.hidden;
    outlined = [];
    if (isShown && memory.panel === "checks") {
      facts?.findings.forEach(({ aim }, index) => {
        const element = find(aim);
        if (element !== null) outlined.push({ element, label: String(index + 1), strong: false });
      });
    }
    placeMarks();
  }

  function placeMarks() {
    const frame = frames[0]?.getBoundingClientRect();
    const made = outlined.map(({ element, label, strong }) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 && box.height === 0) return null;
      const [left, top] = [box.left + (frame?.left ?? 0), box.top + (frame?.top ?? 0)];
      if (frame !== undefined && (top + box.height < frame.top || top > frame.bottom)) return null;
      const mark = make("div", { class: strong ? "mark strong" : "mark" }, make("span", {}, label));
      Object.assign(mark.style, { left: `${left - 4}px`, top: `${top - 4}px`, width: `${box.width + 8}px`, height: `${box.height + 8}px` });
      return mark;
    });
    marks.replaceChildren(...made.filter(Boolean));
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

  // -- Languages --

  function drawLanguages() {
    if (facts === undefined) return make("p", {}, words.waiting);
    if (facts.languages.length === 0) return make("p", {}, words.noLanguages);
    const head = [words.language, words.translation, words.sideBySide].map((text) => make("th", { scope: "col" }, text));
    return make(
      "div",
      { class: "scroll" },
      make("table", {}, make("thead", {}, make("tr", {}, head)), make("tbody", {}, facts.languages.map(languageRow))),
    );
  }

  function languageRow(one) {
    const name = make("bdi", { lang: one.tag, dir: one.dir }, one.name);
    const switchTo = link(one.href, name, { id: `language-${one.tag}`, "aria-current": one.current ? "true" : null, onclick: (event) => follow(event, one.href) });
    const beside = !one.current && press(`beside-${one.tag}`, fill(words.beside, { name: words.lang === "sv" ? one.swedish : one.name }), () => setView({ ...memory.view, layout: "pair", other: one.tag }));
    const made = [translationWords(one), one.draft && words.isDraft].filter(Boolean).join(" · ");
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, switchTo, words.lang === "sv" && one.name.toLowerCase() !== one.swedish ? ` (${one.swedish})` : ""),
      make("td", {}, make("span", { class: one.state === "missing" || one.state === "machine" ? "warning" : "plain" }, made), one.file && make("div", {}, fileLink(one.file))),
      make("td", {}, beside),
    );
  }

  function translationWords(one) {
    const states = {
      source: words.stateSource,
      made: words.stateMade,
      human: words.stateHuman,
      reviewed: words.stateReviewed,
      machine: words.stateMachine,
      unknown: words.stateUnknown,
      missing: fill(words.stateMissing, { instead: one.instead ?? "" }),
    };
    return [states[one.state], one.by, one.date].filter(Boolean).join(", ");
  }

  /** A link that is followed where the page is looked at. */
  function follow(event, href) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  }

  function go(href) {
    if (isFramed() && frames.length > 0) frames[0].contentWindow.location.assign(href);
    else location.assign(href);
  }

  // -- Drafts and days: both are asked for in the address --

  function toggleDrafts() {
    go(address({ "tydlig-drafts": (facts?.drafts ?? true) ? "off" : null }));
  }

  function address(changes) {
    const url = new URL(place().href);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) url.searchParams.delete(key);
      else url.searchParams.set(key, value);
    }
    return url.href;
  }

  const travel = (day) => go(address({ "tydlig-today": day }));

  function drawDate() {
    if (facts === undefined || late === undefined) return make("p", {}, words.waiting);
    const input = make("input", { id: "day", type: "date", value: late.today ?? facts.today, required: true });
    const form = make("form", { onsubmit: (event) => (event.preventDefault(), travel(input.value)) }, make("label", { for: "day" }, words.day), input, make("button", { id: "travel" }, words.travel));
    const isOther = late.today !== late.usual_today;
    const counted = { count: late.list.length + late.more, day: late.today, more: late.new };
    const heading = isOther ? words.lateThen : words.lateNow;
    return [
      make("p", {}, words.dateNote),
      form,
      isOther && press("back", fill(words.backToToday, { day: late.usual_today }), () => travel(null)),
      late.coming.length > 0 && make("h3", {}, words.coming),
      make("ul", { class: "list" }, late.coming.map((day, index) => make("li", {}, `${fill(words.dueDay, day)} `, press(`coming-${index}`, fill(words.travelTo, { day: day.late }), () => travel(day.late))))),
      make("h3", {}, fill(heading, counted)),
      make("ul", { class: "list" }, late.list.map((one, index) => make("li", {}, lateLine(one, index)))),
      late.more > 0 && make("p", {}, fill(words.andMore, { count: late.more })),
    ];
  }

  function lateLine(one, index) {
    return [one.new && make("strong", {}, `${words.isNew}: `), link(one.href, one.title, { id: `late-${index}`, onclick: (event) => follow(event, one.href) }), `, ${one.period}. ${fill(words.wasDue, one)}`];
  }

  /** Another day or hidden drafts go along when a link is followed, in the page and in its frames. */
  function carry(event) {
    const asked = query();
    if (asked.length === 0 || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const anchor = event.target.closest?.("a[href]");
    if (!anchor || anchor.target || anchor.hasAttribute("download")) return;
    const url = new URL(anchor.href);
    const here = anchor.ownerDocument.location;
    if (url.origin !== here.origin || (url.pathname === here.pathname && url.hash !== "") || !/(\/|\.html)$/.test(url.pathname)) return;
    event.preventDefault();
    for (const [key, value] of new URLSearchParams(asked.join("&"))) url.searchParams.set(key, value);
    anchor.ownerDocument.location.assign(url.href);
  }

  document.addEventListener("click", carry);

  // -- All that is wrong with the site --

  function drawSite() {
    if (problems === undefined) return make("p", {}, words.waiting);
    if (problems.files.length === 0) return make("p", {}, words.nothingInSite);
    const file = (one, index) =>
      make(
        "section",
        {},
        make("h3", {}, one.path || words.wholeSite),
        one.href && make("p", {}, link(one.href, words.showPage, { id: `file-${index}`, "aria-label": `${words.showPage}: ${one.path}`, onclick: (event) => follow(event, one.href) })),
        make("ol", { class: "list" }, one.list.map((found) => make("li", {}, problem(found, "h4")))),
      );
    return [make("p", {}, problems.summary), problems.files.map(file).flat(), problems.more > 0 && make("p", {}, fill(words.andMore, { count: problems.more }))].flat();
  }

  // -- The page as others meet it: in frames of its own, so that the page itself stays as it is --

  const LAYOUTS = { page: words.layoutPage, phone: words.layoutPhone, narrow: words.layoutNarrow, pair: words.layoutPair };
  const ADAPTS = {
    text: words.adaptText,
    spacing: words.adaptSpacing,
    colours: words.adaptColours,
    grey: words.adaptGrey,
    scripts: words.adaptScripts,
    print: words.adaptPrint,
  };

  let frames = [];

  function isFramed() {
    return memory.view.layout !== "page" || memory.view.adapt.length > 0;
  }

  function drawView() {
    const { layout, adapt } = memory.view;
    const radio = ([key, name]) => choice({ type: "radio", name: "layout", id: `layout-${key}`, checked: layout === key }, name, () => setView({ ...memory.view, layout: key }));
    const box = ([key, name]) => choice({ type: "checkbox", id: `adapt-${key}`, checked: adapt.includes(key) }, name, () => setAdapt(key));
    const others = (facts?.languages ?? []).filter((one) => !one.current);
    const select = make(
      "select",
      { id: "other", onchange: () => setView({ ...memory.view, other: select.value }) },
      others.map((one) => make("option", { value: one.tag, lang: one.tag, selected: one.tag === otherLanguage()?.tag }, one.name)),
    );
    return [
      make("fieldset", {}, make("legend", {}, words.layout), Object.entries(LAYOUTS).filter(([key]) => key !== "pair" || others.length > 0).map(radio)),
      layout === "pair" && others.length > 0 && make("p", {}, make("label", { for: "other" }, words.otherLanguage), " ", select),
      make("fieldset", {}, make("legend", {}, words.adapt), Object.entries(ADAPTS).map(box)),
      make("p", { class: "note" }, words.emulationNote),
      adapt.includes("colours") && make("p", { class: "note" }, words.coloursNote),
      adapt.includes("print") && make("p", { class: "note" }, words.printNote),
      make("p", { class: "links" }, press("print", words.printDialog, () => (frames[0]?.contentWindow ?? window).print()), isFramed() && press("reset", words.reset, () => setView(usualView))),
    ];
  }

  function choice(attributes, name, onchange) {
    return make("p", { class: "choice" }, make("input", { ...attributes, onchange }), make("label", { for: attributes.id }, name));
  }

  function setAdapt(key) {
    const { adapt } = memory.view;
    setView({ ...memory.view, adapt: adapt.includes(key) ? adapt.filter((one) => one !== key) : [...adapt, key] });
  }

  function otherLanguage() {
    const others = (facts?.languages ?? []).filter((one) => !one.current);
    return others.find((one) => one.tag === memory.view.other) ?? others[0];
  }

  function setView(view) {
    const href = place().href;
    const wasFramed = isFramed();
    memory.view = view;
    keep();
    if (wasFramed && !isFramed()) {
      // The page behind may have become another meanwhile, or another may have been gone to.
      if (href !== location.href || held) {
        memory.focus = root.activeElement?.id ?? null;
        keep();
        if (href.split("#")[0] === location.href.split("#")[0]) location.reload();
        else location.assign(href);
        return;
      }
    }
    drawFrames(href);
    draw();
    say(isFramed() ? fill(words.shownAs, { view: viewWords() }) : words.shownAsPage);
  }

  function viewWords() {
    return [LAYOUTS[memory.view.layout], ...memory.view.adapt.map((key) => ADAPTS[key])].join(", ");
  }

  function drawFrames(href) {
    frames.forEach(forget);
    frames = [];
    stage.replaceChildren(make("h1", { class: "said" }, words.views));
    stage.hidden = !isFramed();
    stage.className = `stage ${memory.view.layout}`;
    if (stage.hidden) return;
    const other = memory.view.layout === "pair" ? otherLanguage() : undefined;
    frames = [frame(href, 0), ...(other === undefined ? [] : [frame(other.href, 1)])];
  }

  function frame(href, index) {
    const { adapt } = memory.view;
    const made = make("iframe", {
      name: `tydlig-${index}`,
      title: index === 0 ? words.frame : words.otherFrame,
      class: adapt.includes("print") ? "paper" : null,
      // Without scripts, and yet readable by the bar.
      sandbox: adapt.includes("scripts") ? "allow-same-origin allow-modals" : null,
    });
    if (adapt.includes("grey")) made.style.filter = "grayscale(1)";
    made.addEventListener("load", () => arrived(made, index));
    made.src = href;
    stage.append(make("div", { class: "holder" }, make("p", { class: "caption" }, index === 0 ? viewWords() : otherLanguage()?.name ?? ""), made));
    return made;
  }

  async function arrived(made, index) {
    const inner = made.contentWindow;
    // A frame that shows another site, or that is gone again.
    if (!frames.includes(made) || made.contentDocument === null) return;
    adaptPage(made.contentDocument, inner);
    made.contentDocument.addEventListener("click", carry);
    made.contentDocument.addEventListener("keydown", escape);
    inner.addEventListener("scroll", () => (scrolled(index), placeSoon()), { passive: true });
    if (made.hasAttribute("sandbox")) listenFor(made);
    if (index !== 0) return;
    await load();
    const other = otherLanguage();
    if (memory.view.layout !== "pair" || other === undefined) return;
    if (frames[1] === undefined) frames.push(frame(other.href, 1));
    else if (new URL(other.href, location.href).href !== frames[1].contentWindow.location.href) frames[1].src = other.href;
  }

  // A frame without scripts cannot listen for itself.
  const streams = new Map();

  function listenFor(made) {
    forget(made);
    const at = made.contentWindow.location;
    const stream = new EventSource(`${reserved}states?page=${encodeURIComponent(at.pathname)}${query().map((part) => `&${part}`).join("")}`);
    let first;
    stream.addEventListener("message", ({ data }) => {
      if (data === "") return;
      const { page, style } = JSON.parse(data);
      first ??= page + style;
      if (first !== page + style) made.contentWindow.location.reload();
    });
    streams.set(made, stream);
  }

  function forget(made) {
    streams.get(made)?.close();
    streams.delete(made);
  }

  addEventListener("pagehide", () => frames.forEach(forget));

  // -- Emulations --

  function adaptPage(inner, owner) {
    const { adapt } = memory.view;
    const styles = [];
    if (adapt.includes("text")) styles.push(`:root { font-size: ${2 * parseFloat(owner.getComputedStyle(inner.documentElement).fontSize)}px !important; }`);
    if (adapt.includes("spacing")) {
      // The values of WCAG 1.4.12.
      styles.push("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
    }
    if (adapt.includes("print")) eachMedia(inner, (media) => media.replace(/\b(print|screen)\b/g, (word) => (word === "print" ? "screen" : "print")));
    if (adapt.includes("colours")) {
      eachMedia(inner, (media, rule) => {
        if (!/forced-colors:\s*active/.test(media)) return media;
        // The site's own rules for forced colours stand before ours.
        if (rule !== null) [...rule.cssRules].forEach(insist);
        return media.replace(/\(?forced-colors:\s*active\)?/g, "(min-width: 0)");
      });
      styles.push(FORCED);
    }
    if (styles.length > 0) inner.adoptedStyleSheets = [...inner.adoptedStyleSheets, sheet(styles.join("\n"), owner)];
  }

  /** Two colours and what they mean, as a contrast theme has them: dark, whatever the system's own is. */
  const FORCED = `
    :root { color-scheme: dark !important; }
    *, *::before, *::after { color: CanvasText !important; background-color: Canvas !important; border-color: CanvasText !important; outline-color: CanvasText; box-shadow: none !important; text-shadow: none !important; accent-color: auto !important; }
    a, a *, summary { color: LinkText !important; }
    button, input, select, textarea { color: ButtonText !important; background-color: ButtonFace !important; }
    :disabled { color: GrayText !important; }
    svg, svg * { background-color: transparent !important; }
    img, video, canvas { background-color: transparent !important; }
  `;

  function insist(rule) {
    if (rule.cssRules?.length > 0) [...rule.cssRules].forEach(insist);
    if (!rule.style) return;
    for (const name of [...rule.style]) rule.style.setProperty(name, rule.style.getPropertyValue(name), "important");
  }

  /** Rewrites every media query of a page's styles. */
  function eachMedia(inner, rewrite) {
    const walk = (rules) => {
      for (const rule of rules) {
        if (rule.media) {
          const media = rewrite(rule.media.mediaText, rule);
          if (media !== rule.media.mediaText) rule.media.mediaText = media;
        }
        if (rule.cssRules) walk(rule.cssRules);
      }
    };
    for (const one of inner.styleSheets) {
      const media = rewrite(one.media.mediaText, null);
      if (media !== one.media.mediaText) one.media.mediaText = media;
      try {
        walk(one.cssRules);
      } catch {
        // Styles of another host are not read.
      }
    }
  }

  // -- Two pages scroll together: heading beside heading, and evenly between them --

  const expected = [null, null];

  function scrolled(index) {
    if (frames.length < 2) return;
    const [from, to] = [frames[index].contentWindow, frames[1 - index].contentWindow];
    // Our own doing comes back as an event as well.
    if (expected[index] !== null && Math.abs(from.scrollY - expected[index]) < 2) {
      expected[index] = null;
      return;
    }
    const [here, there] = stops(from, to);
    let at = 0;
    while (at < here.length - 2 && here[at + 1] <= from.scrollY) at += 1;
    const part = (from.scrollY - here[at]) / Math.max(1, here[at + 1] - here[at]);
    const wanted = Math.round(there[at] + part * (there[at + 1] - there[at]));
    if (Math.abs(wanted - to.scrollY) < 1) return;
    expected[1 - index] = wanted;
    to.scrollTo({ top: wanted, behavior: "instant" });
  }

  /** Where both pages' headings stand, with their beginnings and ends. Headings of the same id belong together. */
  function stops(from, to) {
    const headings = (view) => new Map([...view.document.querySelectorAll("main :is(h2, h3, h4)[id]")].map((one) => [one.id, one.getBoundingClientRect().top + view.scrollY]));
    const end = (view) => Math.max(1, view.document.documentElement.scrollHeight - view.innerHeight);
    const [here, there] = [headings(from), headings(to)];
    const pairs = [[0, 0]];
    for (const [id, top] of here) {
      const [a, b] = [top, there.get(id)];
      const [lastA, lastB] = pairs[pairs.length - 1];
      if (b !== undefined && a > lastA && b > lastB && a < end(from) && b < end(to)) pairs.push([a, b]);
    }
    pairs.push([end(from), end(to)]);
    return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  }

  // -- Becoming another page --

  let held = false;

  document.addEventListener("tydlig-state", (event) => {
    // In frames, the page is seen there, and reloads there.
    if (isFramed() && event.detail.isOther) {
      held = true;
      event.preventDefault();
    }
    if (memory.open) load();
  });

  addEventListener("pagehide", () => {
    memory.focus = root.activeElement?.id || null;
    keep();
  });

  document.body.append(host);
  if (isFramed()) drawFrames(location.href);
  draw();
  focusAgain();
  load();

  /** Focus comes back to what had it on the page before, once it is there, unless it has gone elsewhere. */
  function focusAgain() {
    if (left === null || document.activeElement !== document.body) return;
    root.getElementById(left)?.focus({ preventScroll: true });
    if (root.activeElement !== null) left = null;
  }
})();
