// Tests the tests: a good site passes every check, and each page of a bad site
// fails the checks that its route names in `fails`, and no other.

import { fileURLToPath } from "node:url";

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

if (troubles.length > 0) bad.printFailures();
for (const trouble of troubles) console.log(`✗ ${trouble}`);
if (troubles.length === 0) {
  console.log(`good site: ${good.passed} checks pass; bad site: all ${expectations.length} faults are found`);
}
process.exitCode = troubles.length === 0 ? 0 : 1;
