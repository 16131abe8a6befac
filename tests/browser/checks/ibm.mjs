// IBM's accessibility checker. It finds what axe does not look for, such as a
// table of figures without header cells.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { inject } from "../lib/inject.mjs";

const ENGINE = createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js");
const SOURCE = readFileSync(ENGINE, "utf8");

/** Every fault in its WCAG_2_2 policy is one here too. */
const POLICY = "IBM_Accessibility";

export async function ibm(page) {
  await inject(page, "ace", SOURCE);
  const findings = await page.evaluate(async (policy) => {
    const report = await new globalThis.ace.Checker().check(document, [policy]);
    return report.results
      .filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
      .map(({ ruleId, message, path, snippet }) => ({ rule: ruleId, message, selector: path.dom, snippet }));
  }, POLICY);
  return findings.filter((finding) => !isScroller(finding));
}

/**
 * A labelled region or group that takes focus so that the arrow keys can scroll a
 * wide table or code. IBM's checker lets it through where it scrolls, and objects on a screen
 * wide enough for the table; the markup has to be the same on both.
 */
function isScroller({ rule, snippet }) {
  return (
    rule === "element_tabbable_role_valid" &&
    /role="?(region|group)\b/.test(snippet) &&
    /tabindex="?0\b/.test(snippet) &&
    /aria-label(ledby)?=/.test(snippet)
  );
}
