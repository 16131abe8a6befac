// What the suites of the live preview share.

import { spawn } from "node:child_process";

import { axe } from "../checks/axe.mjs";
import { ibm } from "../checks/ibm.mjs";
import { listen } from "../checks/traffic.mjs";
import { closeTab, launch, openTab, WIDE } from "./browser.mjs";
import { atEnd, limitSuite, within } from "./limits.mjs";
import { couldNotGoOn } from "./results.mjs";

/** How long a suite may take; beside a busy compiler it takes a sixth of it. */
const MINUTES = 12;

/** Runs a suite in a browser, prints what it found and settles how the program ends. */
export async function runSuite(results, suite) {
  limitSuite(MINUTES);
  try {
    const browser = await launch();
    await suite(browser);
    await browser.close();
  } catch (error) {
    results.record("suite", "/", [couldNotGoOn(error)]);
  }
  results.finish();
  // What a suite that broke off has left running would keep it from ending.
  process.exit();
}

/** Starts the preview of a folder. Resolves to `{ origin, stop }`; `stop` records whether it ends as it should. */
export async function startPreview(program, folder, { results, more = [] }) {
  const { origin, stop } = await start(program, folder, more);
  const ended = async () => {
    const faults = await stop().then((code) => (code === 0 ? [] : [{ rule: `ended with ${code}` }]), (error) => [couldNotGoOn(error)]);
    results.record("stops", folder, faults);
  };
  return { origin, stop: ended };
}

async function start(program, folder, more) {
  const child = spawn(program, ["serve", "--port", "0", "--lang", "sv", "--site", folder, ...more], { stdio: ["ignore", "pipe", "inherit"] });
  const forget = atEnd(() => child.kill("SIGKILL"));
  const ended = new Promise((done, failed) => {
    child.on("exit", (code, signal) => {
      forget();
      done(code ?? signal);
    });
    child.on("error", failed);
  });
  const stop = () => {
    child.kill("SIGINT");
    return within(ended, `the preview of ${folder} to end`);
  };
  const origin = new Promise((ready) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
      if (address) ready(address);
    });
  });
  const early = ended.then((code) => Promise.reject(new Error(`the preview of ${folder} ended with ${code}`)));
  return { origin: await within(Promise.race([origin, early]), `the preview of ${folder} to say its address`), stop };
}

/** Goes through a check in a context of its own, since a tab remembers what was opened; `expected` takes out what it provokes. */
export async function tryAlone(check, { browser, origin, results, listening = { missing: false }, expected = (faults) => faults }) {
  const page = await openTab(browser, { viewport: WIDE });
  const traffic = listen(page, origin, listening);
  await results.attempt(check, page, origin);
  results.record("requests", check.name, expected(traffic.requests()));
  results.record("console", check.name, expected(traffic.complaints()));
  traffic.stop();
  await closeTab(page);
}

/** Records what axe and IBM's checker say of a state of a page. */
export async function recordAccessibility(results, page, state) {
  results.record("axe", `${page.url()} ${state}`, await axe(page));
  results.record("ibm", `${page.url()} ${state}`, await ibm(page));
}
