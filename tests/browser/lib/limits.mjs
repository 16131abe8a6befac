// Every wait has a limit and says what it waited for; a whole suite has one too. Whatever was started is ended, however the
// suite ends: what is not ended outlives the tests and makes the next ones slow.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long the browser waits for what it is asked for. A busy machine takes seconds for what takes milliseconds else. */
export const PATIENCE_MS = 30_000;

/** How long any call to the browser may take: longer than its own patience, which tells more. */
const LONGEST_CALL_MS = 2 * PATIENCE_MS;

/** How long one step of a suite may take, with all its waits. */
const LONGEST_STEP_MS = 8 * PATIENCE_MS;

const POLL_MS = 20;

/** What is being waited for at this moment, the outermost first. */
const awaited = new Set();

/** Waits for a promise, and fails with the words for what was awaited when that takes too long. */
export async function within(promise, what, limit = LONGEST_CALL_MS) {
  let timer;
  const entry = { what, since: Date.now() };
  awaited.add(entry);
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`waited ${limit / 1000} s for ${what}`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    awaited.delete(entry);
  }
}

/** One step of a suite. */
export function step(name, work) {
  return within(work(), `the step ${name}`, LONGEST_STEP_MS);
}

/** Asks again and again until the answer is as wanted, or until patience ends. Gives the last answer. */
export async function settled(ask, isWanted) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await within(Promise.resolve(ask()), `an answer of ${brief(ask)}`);
    if (isWanted(answer) || Date.now() > end) return answer;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** Puts the limit on every call of an object of Playwright's, which has none for scripts, keys and closing. */
export function limitCalls(object) {
  const prototype = Object.getPrototypeOf(object);
  if (limited.has(prototype)) return;
  limited.add(prototype);
  for (const [name, { value: method, writable }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof method !== "function" || !writable || name.startsWith("_") || name === "constructor") continue;
    prototype[name] = function (...args) {
      const result = method.apply(this, args);
      return result instanceof Promise ? within(result, `${name}(${args.map(brief).join(", ")})`) : result;
    };
  }
}

const limited = new WeakSet();

function brief(arg) {
  const text = typeof arg === "object" ? JSON.stringify(arg, shallow) : String(arg);
  return (text ?? "").replace(/\s+/g, " ").slice(0, 100);
}

const shallow = (key, value) => (key === "" || typeof value !== "object" ? value : "…");

// -- The end of a suite, whichever way --

const endings = new Set();

/** What is done when the suite ends, whether it has come to its end or not; nothing in it can wait. Gives a function that takes it back. */
export function atEnd(ending) {
  endings.add(ending);
  return () => endings.delete(ending);
}

/** A folder that goes when the suite ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `tydlig-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let ending;

/** Ends the suite when it takes longer than so many minutes from here on, and says what it was waiting for. */
export function limitSuite(minutes) {
  const giveUp = () => {
    console.error(`\n✗ not at its end after ${Math.round(minutes)} minutes; waiting for:`);
    for (const { what, since } of awaited) console.error(`  ${what} (for ${Math.round((Date.now() - since) / 1000)} s)`);
    process.exit(1);
  };
  clearTimeout(ending);
  ending = setTimeout(giveUp, minutes * 60_000).unref();
}

process.on("exit", () => {
  for (const ending of endings) ending();
});
for (const [signal, number] of [["SIGHUP", 1], ["SIGINT", 2], ["SIGTERM", 15]]) process.on(signal, () => process.exit(128 + number));
