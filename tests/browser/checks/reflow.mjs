// WCAG 1.4.10 and 1.4.12: a narrow screen, and a reader's own text spacing,
// make the page longer but never wider, and cut no text off.

import { NARROW } from "../lib/browser.mjs";

/** At 320 pixels nothing has to be scrolled sideways. */
export async function reflow(page) {
  await page.setViewportSize(NARROW);
  return page.evaluate(sidewaysScroll);
}

/** The same with the spacing that WCAG 1.4.12 lets a reader ask for. */
export async function textSpacing(page) {
  await page.setViewportSize(NARROW);
  await page.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`
      * {
        line-height: 1.5 !important;
        letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
      }
      p { margin-block-end: 2em !important; }
    `);
    // Not a style element: the site's Content-Security-Policy would refuse it.
    document.adoptedStyleSheets = [spacing];
  });
  const findings = [...(await page.evaluate(sidewaysScroll)), ...(await page.evaluate(cutOffText))];
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return findings;
}

// The two functions below run inside the page.

function sidewaysScroll() {
  const room = document.documentElement.clientWidth;
  const width = document.scrollingElement.scrollWidth;
  if (width <= room) return [];
  const sticksOut = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > room + 1 || box.left < -1);
  };
  const scrolls = (element) => element.closest("body *") && getComputedStyle(element).overflowX !== "visible";
  const culprit = [...document.body.querySelectorAll("*")].filter(sticksOut).filter((element) => !scrolls(element.parentElement)).at(-1);
  const selector = culprit
    ? culprit.tagName.toLowerCase() + (culprit.className ? `.${[...culprit.classList].join(".")}` : "")
    : "";
  return [{ rule: "sideways scroll", message: `${width} px wide in ${room} px`, selector }];
}

function cutOffText() {
  const findings = [];
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const cutsX = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const cutsY = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    // One pixel is how text is kept for screen readers alone.
    const isShown = element.clientWidth > 1 && element.clientHeight > 1;
    if ((cutsX || cutsY) && isShown && element.textContent.trim() !== "") {
      const selector = element.tagName.toLowerCase() + (element.className ? `.${[...element.classList].join(".")}` : "");
      findings.push({ rule: "text cut off", message: "overflow hides part of the text", selector });
    }
  }
  return findings;
}
