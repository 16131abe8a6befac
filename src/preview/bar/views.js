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
  stage.append(make("div", { class: "holder" }, make("p", { class: "caption" }, captionOf(index)), made));
  return made;
}

/** Of two languages each says its own name; else, how the page is shown. */
function captionOf(index) {
  if (index === 1) return otherLanguage()?.name ?? "";
  const own = memory.view.layout === "pair" ? facts?.languages.find((one) => one.current) : undefined;
  return own?.name ?? viewWords();
}

async function arrived(made, index) {
  const inner = made.contentWindow;
  // A frame that shows another site, or that is gone again.
  if (!frames.includes(made) || made.contentDocument === null) return;
  adaptPage(made.contentDocument, inner);
  editor.arrived(made.contentDocument);
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
