
// Changing files from the page: finds on it what can be changed, by what it says, and sends changes to the preview. The
// page itself is left as the site made it: all that is added stands in an element of its own.

(() => {
  const words = "WORDS";
  const lang = "LANG";
  const own = "RESERVED";
  if (document.body.classList.contains("tydlig-own")) return;

  /** What has to outlive a reload; without storage, a text that was being written is lost with the page. */
  const memory = {
    get(key) {
      try {
        return JSON.parse(sessionStorage.getItem(`tydlig-edit-${key}`)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    put(key, value) {
      try {
        if (value === undefined) sessionStorage.removeItem(`tydlig-edit-${key}`);
        else sessionStorage.setItem(`tydlig-edit-${key}`, JSON.stringify(value));
      } catch {
        // A private window may refuse.
      }
    },
  };

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key.slice(2), value);
      else if (value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const host = document.createElement("tydlig-edit");
  host.lang = lang;
  host.dir = "ltr";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("STYLE");
  root.adoptedStyleSheets = [sheet];
  const said = make("p", { class: "said", role: "status" });
  const toggle = make("button", { type: "button", "aria-expanded": "false", onclick: () => turn(!on) }, words.start);
  const items = make("ul");
  const list = make("nav", { class: "list", hidden: "", "aria-label": words.list }, items);
  const tool = make("div", { class: "tool" }, toggle, list);
  const outline = make("div", { class: "outline", hidden: "" });
  const dialog = make("dialog", { "aria-labelledby": "edit-title", oncancel: (event) => leave(event) });
  root.append(said, outline, tool, dialog);
  document.body.append(host);

  function say(text) {
    said.textContent = "";
    setTimeout(() => {
      said.textContent = text;
    }, 150);
  }

  // -- What can be changed, and where it stands on the page --

  let on = false;
  let state;
  let places = new Map();

  async function load() {
    const answer = await fetch(`${own}edit/pieces?page=${encodeURIComponent(location.pathname)}`, { cache: "no-store" });
    if (!answer.ok) return { token: "", files: [], pieces: [] };
    return answer.json();
  }

  /** A text without what differs between a file and a page: spaces, and invisible signs of direction. */
  const bare = (text) => text.replace(/[\s\u200e\u200f\u2066-\u2069]/g, "");

  function find(found) {
    places = new Map();
    const main = document.querySelector("main") ?? document.body;
    const texts = new Map();
    const textOf = (element) => {
      if (!texts.has(element)) texts.set(element, bare(element.textContent));
      return texts.get(element);
    };
    for (const piece of found.pieces) {
      const wanted = bare(piece.find.text);
      if (wanted === "") continue;
      const element = piece.find.heads
        ? inTable(main, piece.find.heads, wanted, textOf)
        : [...main.querySelectorAll(piece.find.tags)].find((element) => !places.has(element) && !element.closest("nav") && textOf(element) === wanted);
      if (element !== undefined && !places.has(element)) places.set(element, piece);
    }
  }

  /** The cell of a table in the row and column with these heads, either way round. */
  function inTable(main, [row, columns], wanted, textOf) {
    const heads = new Set(columns.map(bare));
    for (const table of main.querySelectorAll("table")) {
      const top = [...(table.rows[0]?.cells ?? [])].map(textOf);
      for (const line of [...table.rows].slice(1)) {
        const cells = [...line.cells];
        const first = textOf(cells[0]);
        const match = cells.find((cell, at) => {
          if (at === 0 || places.has(cell) || textOf(cell) !== wanted) return false;
          return (first === bare(row) && heads.has(top[at])) || (heads.has(first) && (top[at] === bare(row) || heads.has(top[at])));
        });
        if (match !== undefined) return match;
      }
    }
    return undefined;
  }

  async function turn(wanted) {
    on = wanted;
    memory.put("on", on ? true : undefined);
    toggle.textContent = on ? words.stop : words.start;
    toggle.setAttribute("aria-expanded", String(on));
    list.hidden = !on;
    outline.hidden = true;
    if (!on) {
      say(words.off);
      return;
    }
    state = await load();
    find(state);
    const seen = new Set();
    const shown = state.pieces.filter((piece) => piece.group === null || !seen.has(piece.group) && seen.add(piece.group));
    items.replaceChildren(...shown.map((piece) => make("li", {}, make("button", { type: "button", onclick: (event) => open(piece, event.currentTarget) }, name(piece)))));
    if (shown.length === 0) items.append(make("li", {}, words.none));
    say(shown.length === 0 ? words.none : words.on);
  }

  const name = (piece) => piece.group ?? piece.label;

  function pieceAt(target) {
    for (let at = target; at instanceof Element && at !== document.body; at = at.parentElement) {
      if (places.has(at)) return [places.get(at), at];
    }
    return undefined;
  }

  addEventListener("click", (event) => {
    if (!on || dialog.open || event.composedPath().includes(host)) return;
    const found = pieceAt(event.target);
    if (found === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    open(found[0], toggle);
  }, true);

  addEventListener("pointermove", (event) => {
    const found = on && !dialog.open ? pieceAt(event.target) : undefined;
    outline.hidden = found === undefined;
    if (found === undefined) return;
    const box = found[1].getBoundingClientRect();
    outline.style.left = `${box.left + scrollX - 4}px`;
    outline.style.top = `${box.top + scrollY - 4}px`;
    outline.style.width = `${box.width + 8}px`;
    outline.style.height = `${box.height + 8}px`;
  });

  // -- The dialog --

  let open_ = undefined;

  const together = (piece) => (piece.group === null ? [piece] : state.pieces.filter((other) => other.group === piece.group && other.file === piece.file));

  function open(piece, back) {
    const fields = together(piece).map((part, at) => field(part, at));
    const error = make("div", { class: "wrong", role: "alert" });
    const save = make("button", { type: "button", class: "first", onclick: () => send() }, words.save);
    const cancel = make("button", { type: "button", onclick: () => leave() }, words.cancel);
    open_ = { piece, fields, error, save, back };
    dialog.replaceChildren(
      make("h2", { id: "edit-title" }, words.title.replace("{what}", name(piece))),
      ...fields.map((part) => part.element),
      error,
      make("div", { class: "buttons" }, save, cancel),
    );
    outline.hidden = true;
    dialog.showModal();
    const first = fields.find((part) => part.piece === piece) ?? fields[0];
    first.input.focus();
  }

  /** One piece: its label, its input, the source text beside it, and what is wrong with it. */
  function field(piece, at) {
    const id = `edit-${at}`;
    const attributes = { id, lang: piece.lang, dir: piece.dir, "aria-describedby": `${id}-hint ${id}-wrong`, oninput: keep };
    const input = inputOf(piece, attributes);
    const decided = piece.part.field?.startsWith("decided.") ? words.decided : undefined;
    const hint = decided ?? { markdown: words.markdown, list: words.lines, period: words.period }[piece.kind];
    const wrong = make("p", { class: "wrong", id: `${id}-wrong` });
    const mine = make("div", {}, make("label", { for: id }, piece.label), input, make("p", { class: "hint", id: `${id}-hint` }, hint ?? ""), wrong);
    if (piece.kind === "suggested") mine.append(make("datalist", { id: `${id}-words` }, ...piece.words.map((word) => make("option", { value: word }))));
    const element = make("div", { class: "field" }, mine);
    if (piece.source !== null) {
      const title = words.source.replace("{language}", new Intl.DisplayNames([lang], { type: "language" }).of(piece.source.name) ?? piece.source.name);
      const original = make("div", { class: "original", lang: piece.source.lang, dir: piece.source.dir, tabindex: "0", role: "group", "aria-label": title }, piece.source.text);
      element.className = "field sides";
      element.append(make("div", {}, make("span", { class: "name", "aria-hidden": "true" }, title), original));
    }
    return { piece, input, wrong, element };
  }

  function inputOf(piece, attributes) {
    if (piece.kind === "choice") {
      const all = piece.words.includes(piece.text) ? piece.words : [piece.text, ...piece.words];
      const select = make("select", attributes, ...all.map((word) => make("option", { value: word }, word)));
      select.value = piece.text;
      return select;
    }
    if (["markdown", "prose", "list"].includes(piece.kind)) {
      const area = make("textarea", { ...attributes, rows: "6", spellcheck: "true" });
      area.value = piece.text;
      return area;
    }
    const numeric = piece.kind === "number" ? { inputmode: "decimal" } : {};
    // A date stays text: what stands in the file may be none yet, and must be seen.
    const input = make("input", { ...attributes, ...numeric, type: "text", autocomplete: "off" });
    input.value = piece.text;
    if (piece.kind === "suggested") {
      input.setAttribute("list", `${attributes.id}-words`);
    }
    return input;
  }

  const changed = () => open_.fields.filter(({ piece, input }) => input.value !== piece.text);

  /** Keeps what is being written: the page may become another while somebody writes. */
  function keep() {
    const texts = Object.fromEntries(changed().map(({ piece, input }) => [JSON.stringify(piece.part), { text: input.value, before: piece.text }]));
    const draft = { path: location.pathname, label: name(open_.piece), part: open_.piece.part, texts };
    memory.put("draft", Object.keys(texts).length === 0 ? undefined : draft);
  }

  function leave(event) {
    event?.preventDefault();
    if (changed().length > 0 && !confirm(words.discard)) return;
    close();
  }

  function close() {
    memory.put("draft", undefined);
    const { back } = open_;
    dialog.close();
    open_ = undefined;
    back.focus();
  }

  async function send() {
    const { piece, fields, error, save } = open_;
    if (save.getAttribute("aria-disabled") === "true") return;
    const parts = changed();
    error.replaceChildren();
    for (const part of fields) {
      part.wrong.textContent = "";
      part.input.removeAttribute("aria-invalid");
    }
    if (parts.length === 0) {
      close();
      say(words.same);
      return;
    }
    const file = state.files[piece.file];
    const body = JSON.stringify({ path: file.path, digest: file.digest, changes: parts.map((part) => ({ part: part.piece.part, text: part.input.value })) });
    save.setAttribute("aria-disabled", "true");
    say(words.saving);
    let answer;
    let result = {};
    try {
      const headers = { "Content-Type": "application/json", "X-Tydlig-Token": state.token };
      answer = await fetch(`${own}edit/save`, { method: "POST", headers, body });
      result = await answer.json();
    } catch {
      // What is not JSON says no more than its status does.
    }
    save.removeAttribute("aria-disabled");
    if (answer?.ok) {
      const text = words.saved.replace("{file}", file.path);
      // The page becomes another in a moment, and focus with it.
      memory.put("saved", { path: location.pathname, text });
      close();
      await turn(true);
      say(text);
      return;
    }
    if (answer?.status === 409) return stale(error);
    const blamed = parts[result.change ?? (parts.length === 1 ? 0 : -1)];
    if (result.message !== undefined && blamed !== undefined) {
      blamed.wrong.textContent = result.message;
      blamed.input.setAttribute("aria-invalid", "true");
      blamed.input.focus();
      return;
    }
    for (const part of parts) part.input.setAttribute("aria-invalid", "true");
    if (result.problems !== undefined) {
      error.append(make("p", {}, words.wrong), ...result.problems.list.map(problem));
    } else {
      error.append(make("p", {}, result.message ?? words.failed));
    }
    parts[0].input.focus();
  }

  function problem({ code, message, help, frame }) {
    return make("div", {}, make("h3", {}, `${code}: ${message}`), help === null ? null : make("p", {}, help), frame === "" ? null : make("pre", {}, frame));
  }

  /** Somebody else has changed the file: shows how it reads now, so that saving once more is a choice. */
  async function stale(error) {
    const written = new Map(open_.fields.map((part) => [part, part.input.value]));
    state = await load();
    find(state);
    error.append(make("p", {}, words.changed));
    for (const part of open_.fields) {
      const now = state.pieces.find((other) => other.label === part.piece.label && other.group === part.piece.group && JSON.stringify(other.part) === JSON.stringify(part.piece.part))
        ?? state.pieces.find((other) => other.text === part.piece.text && other.kind === part.piece.kind);
      if (now === undefined) continue;
      if (now.text !== part.piece.text) error.append(make("p", {}, words.now), make("pre", { lang: now.lang, dir: now.dir }, now.text));
      part.piece = now;
      part.input.value = written.get(part);
    }
    open_.piece = open_.fields[0].piece;
    open_.fields[0].input.focus();
  }

  // -- After a reload --

  async function resume() {
    const draft = memory.get("draft");
    const saved = memory.get("saved");
    memory.put("saved", undefined);
    if (memory.get("on") !== true) return;
    await turn(true);
    if (saved?.path === location.pathname) {
      toggle.focus({ preventScroll: true });
      say(saved.text);
    }
    if (draft?.path !== location.pathname) return;
    const key = JSON.stringify(draft.part);
    const piece = state.pieces.find((other) => JSON.stringify(other.part) === key && name(other) === draft.label)
      ?? state.pieces.find((other) => Object.values(draft.texts).some((text) => text.before === other.text));
    if (piece === undefined) return;
    open(piece, toggle);
    for (const part of open_.fields) {
      const text = draft.texts[JSON.stringify(part.piece.part)] ?? (open_.fields.length === 1 ? Object.values(draft.texts)[0] : undefined);
      if (text === undefined) continue;
      part.input.value = text.text;
      if (text.before !== part.piece.text) open_.error.append(make("p", {}, words.now), make("pre", { lang: part.piece.lang, dir: part.piece.dir }, part.piece.text));
    }
    // A region outside an open dialog is not heard.
    open_.error.prepend(make("p", {}, words.kept));
    keep();
  }

  resume();
})();
