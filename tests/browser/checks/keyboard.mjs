// The first press of Tab reaches a link past the page's head; Enter follows it.

/** Needs a page where nothing has been focused yet. */
export async function skipLink(page) {
  await page.keyboard.press("Tab");
  const focused = await page.evaluate(() => {
    const link = document.activeElement;
    const target = link.getAttribute("href")?.startsWith("#")
      ? document.getElementById(decodeURIComponent(link.hash.slice(1)))
      : null;
    const main = document.querySelector("main");
    const box = link.getBoundingClientRect();
    return {
      name: link.outerHTML.slice(0, 80),
      leadsToMain: target !== null && main !== null && main.contains(target),
      isSeen:
        box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0 && box.right <= innerWidth + 1,
    };
  });
  if (!focused.leadsToMain) {
    return [{ rule: "first Tab reaches no skip link", message: "should be a link to main", selector: focused.name }];
  }
  const findings = [];
  if (!focused.isSeen) findings.push({ rule: "skip link stays hidden when focused", selector: focused.name });
  await page.keyboard.press("Enter");
  const inMain = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
  if (!inMain) {
    const message = "its target cannot hold focus: give it tabindex=-1";
    findings.push({ rule: "skip link does not move focus into main", message, selector: focused.name });
  }
  return findings;
}
