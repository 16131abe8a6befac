// Collects what the checks found and prints it for the person who mends it.

import { step } from "./limits.mjs";

const SHOWN_URLS = 3;

/** The finding for what could not be checked to its end. */
export function couldNotGoOn(error) {
  return { rule: "could not go on", message: String(error.message ?? error) };
}

/**
 * A check on a page counts as one, however many findings it has. A finding is
 * `{ rule, message, selector }`; only `rule` is required.
 */
export class Results {
  #outcomes = [];

  record(check, url, findings) {
    this.#outcomes.push({ check, url, findings });
  }

  /** Goes through a check on a page; a check that cannot go on has failed. */
  async attempt(check, page, origin) {
    try {
      await step(check.name, () => check(page, origin));
    } catch (error) {
      this.record(check.name, page.url(), [couldNotGoOn(error)]);
    }
  }

  get passed() {
    return this.#outcomes.filter((outcome) => outcome.findings.length === 0).length;
  }

  get failed() {
    return this.#outcomes.length - this.passed;
  }

  /** The names of the checks that failed on a page, sorted. */
  failedChecksOf(url) {
    const names = this.#outcomes
      .filter((outcome) => outcome.url === url && outcome.findings.length > 0)
      .map((outcome) => outcome.check);
    return [...new Set(names)].sort();
  }

  /** One block per fault, the most widespread first. */
  printFailures() {
    for (const group of this.#groups()) {
      const pages = group.urls.size === 1 ? "1 page" : `${group.urls.size} pages`;
      console.log(`\n✗ ${group.check}: ${group.rule} (${pages})`);
      if (group.message) console.log(`  ${group.message}`);
      if (group.selector) console.log(`  at ${group.selector}`);
      for (const url of [...group.urls].sort().slice(0, SHOWN_URLS)) console.log(`  ${url}`);
      if (group.urls.size > SHOWN_URLS) console.log(`  and ${group.urls.size - SHOWN_URLS} more`);
    }
  }

  /** How many of each check passed and failed. */
  printCounts() {
    const counts = new Map();
    for (const { check, findings } of this.#outcomes) {
      const count = counts.get(check) ?? { passed: 0, failed: 0 };
      count[findings.length === 0 ? "passed" : "failed"] += 1;
      counts.set(check, count);
    }
    console.log("");
    for (const [check, { passed, failed }] of [...counts].sort()) {
      console.log(`${check.padEnd(16)} ${passed} ok${failed > 0 ? `, ${failed} failed` : ""}`);
    }
  }

  /** Prints everything and settles how the program ends: with 1 if anything failed, or if nothing was checked. */
  finish() {
    this.printFailures();
    this.printCounts();
    process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
  }

  #groups() {
    const groups = new Map();
    for (const { check, url, findings } of this.#outcomes) {
      for (const { rule, message = "", selector = "" } of findings) {
        const key = JSON.stringify([check, rule, message]);
        if (!groups.has(key)) groups.set(key, { check, rule, message, selector, urls: new Set() });
        groups.get(key).urls.add(url);
      }
    }
    return [...groups.values()].sort((a, b) => b.urls.size - a.urls.size);
  }
}
