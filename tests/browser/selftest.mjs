// Tests the tests: a good site passes every check, and each page of a bad site
// fails the checks that its route names in `fails`, and no other. What never
// comes is not waited for: the suite ends, says what it was, and leaves nothing behind.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { settled, within } from "./lib/limits.mjs";
import { readRoutes } from "./lib/routes.mjs";
import { checkSite } from "./lib/suite.mjs";

const fixture = (name) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const troubles = [];

const good = await checkSite(fixture("good/site"), readRoutes(fixture("good/routes.jsonl")));
if (good.failed > 0) {
  good.printFailures();
  troubles.push(`the good site fails ${good.failed} checks`);
}

const badRoutes = readRoutes(fixture("bad/routes.jsonl"));
const bad = await checkSite(fixture("bad/site"), badRoutes);
const expectations = [...badRoutes, { url: "/", fails: ["routes"] }];
for (const { url, fails } of expectations) {
  const failed = bad.failedChecksOf(url);
  if (failed.join() !== [...fails].sort().join()) {
    troubles.push(`${url} should fail [${fails}], but fails [${failed}]`);
  }
}

/** Records whether a suite that waits for ever ends as it should. */
async function endsByItself() {
  const { status, stderr, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL("fixtures/endless.mjs", import.meta.url))], { encoding: "utf8", timeout: 60_000 });
  if (status !== 1) troubles.push(`an endless suite ends with ${status}`);
  for (const part of ["waiting for:", "the step waitsForEver", "evaluate(() => new Promise(() => {}))"]) {
    if (!stderr.includes(part)) troubles.push(`an endless suite does not say "${part}": ${stderr}`);
  }
  const started = stdout.trim().split(" ").map(Number);
  const left = await settled(() => started.filter(isRunning), (left) => left.length === 0);
  if (left.length > 0 || started.length < 2) troubles.push(`an endless suite leaves processes behind: ${left} of ${started}`);
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

await endsByItself();
const late = await within(new Promise(() => {}), "what never comes", 10).catch((error) => error.message);
if (late !== "waited 0.01 s for what never comes") troubles.push(`a wait that ends says: ${late}`);

if (troubles.length > 0) bad.printFailures();
for (const trouble of troubles) console.log(`✗ ${trouble}`);
if (troubles.length === 0) {
  console.log(`good site: ${good.passed} checks pass; bad site: all ${expectations.length} faults are found; an endless suite ends`);
}
process.exitCode = troubles.length === 0 ? 0 : 1;
