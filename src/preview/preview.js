// The preview's own script: listens to the states of the page it stands in, reloads when the page has become another,
// and shows what is wrong above the last page that worked. Leaves all else as the site made it.

(() => {
  const words = "WORDS";
  const script = document.currentScript;
  const own = script.dataset.page;
  const isOwnPage = document.body.classList.contains("tydlig-own");
  // In a frame of the bar's, the page around tells what is wrong.
  const isFramed = window !== window.top;
  const keptKey = isFramed ? `kept-${window.name}` : "kept";
  const wanted = [...new URLSearchParams(location.search)].filter(([key]) => key.startsWith("tydlig-"));

  /** What has to outlive a reload. Without storage, only that is lost. */
  const memory = {
    take(key) {
      try {
        const value = sessionStorage.getItem(`tydlig-${key}`);
        sessionStorage.removeItem(`tydlig-${key}`);
        return value === null ? undefined : JSON.parse(value);
      } catch {
        return undefined;
      }
    },
    put(key, value) {
      try {
        sessionStorage.setItem(`tydlig-${key}`, JSON.stringify(value));
      } catch {
        // A private window may refuse.
      }
    },
  };

  // -- The preview's own element, out of reach of the site's styles --

  const host = document.createElement("tydlig-preview");
  host.lang = words.lang;
  host.dir = "ltr";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("STYLE");
  root.adoptedStyleSheets = [sheet];

  /** An element with attributes and children; `null` children are left out. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") element.addEventListener("click", value);
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const said = make("p", { class: "said", role: "status" });
  const inner = make("div", { class: "inner" });
  const panel = make("section", { class: "panel", "aria-labelledby": "heading", hidden: "" }, inner);
  const reopen = make("button", { type: "button", onclick: () => open(true) });
  const pill = make("section", { class: "pill", "aria-label": words.heading, hidden: "" }, reopen);
  root.append(said, panel, pill);
  document.body.append(host);

  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
  });

  /** Says it to those who do not see it. A region that is filled when it is made is not heard. */
  function say(text) {
    said.textContent = "";
    setTimeout(() => {
      said.textContent = text;
    }, 150);
  }

  function open(wanted) {
    const hadFocus = root.activeElement !== null;
    panel.hidden = !wanted;
    pill.hidden = wanted;
    // Focus follows the one who opens and closes, and is taken from nobody.
    if (hadFocus) (wanted ? panel.querySelector("button") : reopen).focus();
  }

  // -- What is wrong --

  let shown = "";

  function show(problems) {
    const text = JSON.stringify(problems);
    if (isOwnPage || isFramed || text === shown) return;
    const before = shown;
    shown = text;
    if (problems.list.length === 0) {
      if (before === "") return;
      panel.hidden = true;
      pill.hidden = true;
      say(words.mended);
      return;
    }
    const close = make("button", { type: "button", onclick: () => open(false) }, words.close);
    const title = make("h2", { id: "heading" }, `${words.heading}: ${problems.summary}`);
    inner.replaceChildren(make("div", { class: "head" }, title, close), make("p", {}, words.shown), ...problems.list.map(problem));
    reopen.textContent = `${words.open}: ${problems.summary}`;
    panel.hidden = false;
    pill.hidden = true;
    say(`${words.heading}: ${problems.summary}. ${problems.list[0].message}`);
  }

  function problem({ code, message, place, frame, help, explain, edit }) {
    const links = [
      edit === null ? null : make("li", {}, make("a", { href: edit }, words.edit)),
      explain === null ? null : make("li", {}, make("a", { href: explain, target: "_blank" }, words.explain.replace("{code}", code))),
    ];
    return make(
      "article",
      {},
      make("h3", {}, code === null ? message : `${code}: ${message}`),
      place === null ? null : make("p", {}, make("code", {}, place)),
      frame === "" ? null : make("pre", { tabindex: "0", role: "group", "aria-label": place ?? message }, frame),
      help === null ? null : make("p", {}, `${words.help}: ${help}`),
      links.some((link) => link !== null) ? make("ul", {}, ...links) : null,
    );
  }

  // -- Becoming another page --

  /** The way to an element: its id, or its place among its siblings, upwards. */
  function wayTo(element) {
    const way = [];
    for (let at = element; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
      if (at.id) {
        way.unshift(`#${CSS.escape(at.id)}`);
        return way.join(" > ");
      }
      way.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
    }
    return way.length === 0 ? null : ["body", ...way].join(" > ");
  }

  function reload(page) {
    const opened = [...document.querySelectorAll("details[open]")].map(wayTo);
    const focus = document.activeElement === host ? null : wayTo(document.activeElement);
    memory.put(keptKey, { path: location.pathname, page, x: scrollX, y: scrollY, focus, opened });
    location.reload();
  }

  /** What was open, in focus and in view before the page became another. */
  function restore(kept) {
    for (const way of kept.opened) document.querySelector(way)?.setAttribute("open", "");
    if (kept.focus !== null) document.querySelector(kept.focus)?.focus({ preventScroll: true });
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    say(words.updated);
  }

  const before = memory.take(keptKey);
  const kept = before?.path === location.pathname ? before : undefined;
  if (kept !== undefined) {
    // The browser has its own idea of where the page was, and acts on it once all is loaded.
    restore(kept);
    addEventListener("load", () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" }), { once: true });
  }

  /** Loads the new styles beside the old ones, which go when the new ones are there: the page is never bare. */
  function restyle(href) {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    const old = links.find((link) => link.getAttribute("href") === style);
    style = href;
    if (old === undefined) return;
    const fresh = old.cloneNode();
    fresh.href = href;
    fresh.addEventListener("load", () => {
      old.remove();
      say(words.restyled);
    });
    fresh.addEventListener("error", () => fresh.remove());
    old.after(fresh);
  }

  let style;
  let reloading = false;
  let newest;

  function take(state) {
    if (reloading) return;
    newest = state;
    // A page that came back as it was, though another was promised, will not get better by asking again.
    const isOther = state.page !== own && kept?.page !== state.page;
    // The bar may be showing the page in frames, which see to themselves, or be waiting for what it has sent.
    if (!document.dispatchEvent(new CustomEvent("tydlig-state", { detail: { isOther }, cancelable: true }))) return;
    if (isOther) {
      reloading = true;
      reload(state.page);
      return;
    }
    style ??= [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href")).find((href) => isStyleOfSite(href, state.style));
    if (style !== undefined && state.style !== style) restyle(state.style);
    show(state.problems);
  }

  /** Whether both are the site's own styles, whose names differ by a fingerprint only. */
  function isStyleOfSite(href, other) {
    const stem = (text) => text.replace(/\.[0-9a-f]{16}\.css$/, "");
    return href === other || stem(href) === stem(other);
  }

  // What had to wait.
  document.addEventListener("tydlig-look", () => newest !== undefined && take(newest));

  // -- Listening, while somebody looks: browsers allow few open streams to a server --

  let stream;

  function listen() {
    const isSeen = document.visibilityState === "visible";
    if (isSeen && stream === undefined) {
      stream = new EventSource(`${"RESERVED"}states?page=${encodeURIComponent(location.pathname)}${wanted.map(([key, value]) => `&${key}=${encodeURIComponent(value)}`).join("")}`);
      stream.addEventListener("message", (event) => {
        if (event.data !== "") take(JSON.parse(event.data));
      });
    } else if (!isSeen && stream !== undefined) {
      stream.close();
      stream = undefined;
    }
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => {
    // A page from the browser's memory of pages has lost its stream.
    if (event.persisted) {
      stream = undefined;
      listen();
    }
  });
  listen();
})();
