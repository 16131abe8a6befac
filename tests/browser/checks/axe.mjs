// axe-core: the rules of WCAG 2.0 to 2.2, levels A and AA, and its best practices.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { inject } from "../lib/inject.mjs";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const EVERY_RULE = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** The rules whose answer colours and sizes can change; the others read the markup. */
const RULES_OF_LOOKS = {
  type: "rule",
  values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
};

export function axe(page) {
  return run(page, EVERY_RULE);
}

/** For a page that has passed through `axe` and now only looks different. */
export function axeOnLooks(page) {
  return run(page, RULES_OF_LOOKS);
}

async function run(page, runOnly) {
  await inject(page, "axe", SOURCE);
  return page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run({
      runOnly: rules,
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => ({ rule: id, message: help, selector: node.target.flat().join(" ") })),
    );
  }, runOnly);
}
