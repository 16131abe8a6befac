// On paper: what is only for finding one's way is gone, the page itself is there.

export async function print(page) {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const hasBox = (element) => element.getClientRects().length > 0;
    const heading = document.querySelector("main h1");
    return {
      navs: [...document.querySelectorAll("nav")]
        .filter(hasBox)
        .map((nav) => nav.getAttribute("aria-label") ?? nav.className),
      heading: heading !== null && hasBox(heading) && getComputedStyle(heading).visibility === "visible",
    };
  });
  await page.emulateMedia({ media: null });
  const findings = found.navs.map((label) => ({
    rule: "navigation is printed",
    message: "hide nav in print",
    selector: `nav "${label}"`,
  }));
  if (!found.heading) findings.push({ rule: "heading is not printed", selector: "main h1" });
  return findings;
}
