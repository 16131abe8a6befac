// Checks every page of a built site in a real browser.
//
//   node run.mjs SITE ROUTES [--only PART-OF-ADDRESS] [--quick]
//
// SITE is the folder that `tydlig build` wrote, ROUTES the output of
// `tydlig routes --format json`. `--quick` takes one page of each kind in each
// language. Ends with `N passed, M failed`; exits with 1 if anything failed.

import { parseArgs } from "node:util";

import { readRoutes } from "./lib/routes.mjs";
import { checkSite } from "./lib/suite.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, quick: { type: "boolean" } },
});
const [site, routesFile] = positionals;
if (routesFile === undefined) {
  console.error("usage: node run.mjs SITE ROUTES [--only PART-OF-ADDRESS] [--quick]");
  process.exit(2);
}

const results = await checkSite(site, readRoutes(routesFile), values);
results.finish();
console.log(`\n${results.passed} passed, ${results.failed} failed`);
