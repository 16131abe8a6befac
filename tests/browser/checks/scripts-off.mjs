// A page says and links the same with scripts off. Left out on both sides are
// `noscript`, and what carries `data-needs-script`: controls that only a script
// can serve, and so are shown only by one.

/** `bare` is a page with scripts off, `page` one with them on; both are freshly opened. */
export async function scriptsOff(page, bare) {
  const [scripted, plain] = [await page.evaluate(readVisible), await bare.evaluate(readVisible)];
  return [
    ...missing(scripted.lines, plain.lines).map((line) => finding("text is there only with scripts", line)),
    ...missing(plain.lines, scripted.lines).map((line) => finding("text is there only without scripts", line)),
    ...missing(scripted.links, plain.links).map((link) => finding("link is there only with scripts", link)),
    ...missing(plain.links, scripted.links).map((link) => finding("link is there only without scripts", link)),
  ];
}

function finding(rule, message) {
  return { rule, message: message.slice(0, 120) };
}

/** What the first list has and the second has not, counting repeats. */
function missing(list, other) {
  const left = new Map();
  for (const item of other) left.set(item, (left.get(item) ?? 0) + 1);
  return list.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

// Runs inside the page.
function readVisible() {
  for (const element of document.querySelectorAll("noscript, [data-needs-script]")) {
    element.style.setProperty("display", "none", "important");
  }
  const isSeen = (link) => link.checkVisibility({ visibilityProperty: true });
  return {
    lines: document.body.innerText
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== ""),
    links: [...document.querySelectorAll("a[href]")].filter(isSeen).map((link) => link.getAttribute("href")),
  };
}
