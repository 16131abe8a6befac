// -- Languages --

function drawLanguages() {
  if (facts === undefined) return make("p", {}, words.waiting);
  if (facts.languages.length === 0) return make("p", {}, words.noLanguages);
  return make("ul", { class: "languages" }, facts.languages.map(languageRow));
}

function languageRow(one) {
  const name = make("bdi", { lang: one.tag, dir: one.dir }, one.name);
  const switchTo = link(one.href, name, { id: `language-${one.tag}`, "aria-current": one.current ? "true" : null, onclick: (event) => follow(event, one.href) });
  const beside = !one.current && press(`beside-${one.tag}`, fill(words.beside, { name: words.lang === "sv" ? one.swedish : one.name }), () => showBeside(one.tag));
  const made = [translationWords(one), one.draft && words.isDraft].filter(Boolean).join(" · ");
  const needsWork = one.state === "missing" || one.state === "machine" || one.outdated > 0;
  return make(
    "li",
    {},
    make("p", { class: "name" }, switchTo, words.lang === "sv" && one.name.toLowerCase() !== one.swedish ? ` (${one.swedish})` : ""),
    make("div", {}, make("p", {}, make("span", { class: needsWork ? "warning" : "plain" }, made)), one.file && make("p", {}, fileLink(one.file))),
    beside && make("p", {}, beside),
  );
}

/** Two languages side by side, with all the room there is. */
function showBeside(tag) {
  setView({ ...memory.view, layout: "pair", other: tag });
  show(null);
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
  const outdated = one.outdated > 0 ? fill(words.outdated, { count: one.outdated }) : one.outdated === 0 && words.upToDate;
  return [states[one.state], one.by, one.date, outdated].filter(Boolean).join(", ");
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
