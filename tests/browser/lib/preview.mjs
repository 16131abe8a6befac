// What the suites of the live preview share.

import { spawn } from "node:child_process";

import { axe } from "../checks/axe.mjs";
import { ibm } from "../checks/ibm.mjs";
import { listen } from "../checks/traffic.mjs";
import { WIDE } from "./browser.mjs";

/** How long a browser waits for anything. */
export const PATIENCE_MS = 10_000;

/** Starts the preview of a folder. Resolves to `{ origin, stop }`; `stop` records whether it ends as it should. */
export async function startPreview(program, folder, { results, more = [] }) {
  const { origin, stop } = await start(program, folder, more);
  const ended = async () => {
    const code = await stop();
    results.record("stops", folder, code === 0 ? [] : [{ rule: `ended with ${code}` }]);
  };
  return { origin, stop: ended };
}

function start(program, folder, more) {
  const child = spawn(program, ["serve", "--port", "0", "--lang", "sv", "--site", folder, ...more], { stdio: ["ignore", "pipe", "inherit"] });
  const stop = () => {
    child.removeAllListeners("exit");
    const ended = new Promise((done) => child.on("exit", done));
    child.kill("SIGINT");
    return ended;
  };
  return new Promise((ready, failed) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const origin = said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
      if (origin) ready({ origin, stop });
    });
    child.on("exit", (code) => failed(new Error(`the preview ended with ${code}`)));
  });
}

/** Goes through a check in a context of its own, since a tab remembers what was opened; `expected` takes out what it provokes. */
export async function tryAlone(check, { browser, origin, results, listening = { missing: false }, expected = (faults) => faults }) {
  const context = await browser.newContext({ viewport: WIDE });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const traffic = listen(page, origin, listening);
  await results.attempt(check, page, origin);
  results.record("requests", check.name, expected(traffic.requests()));
  results.record("console", check.name, expected(traffic.complaints()));
  traffic.stop();
  await context.close();
}

/** Records what axe and IBM's checker say of a state of a page. */
export async function recordAccessibility(results, page, state) {
  results.record("axe", `${page.url()} ${state}`, await axe(page));
  results.record("ibm", `${page.url()} ${state}`, await ibm(page));
}
