// The Nu HTML checker: one Java process for all files.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import { atEnd, within } from "../lib/limits.mjs";

/** The whole site is checked at one go. */
const PATIENCE_MS = 10 * 60_000;

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** Resolves to a Map from each file to its findings. */
export async function nu(files) {
  const findings = new Map(files.map((file) => [file, []]));
  if (files.length === 0) return findings;
  const byUrl = new Map(files.map((file) => [pathToFileURL(file).href, file]));
  const { messages } = JSON.parse(await within(runJava(files), `the Nu checker to read ${files.length} files`, PATIENCE_MS));
  for (const { type, url, message, lastLine, extract } of messages) {
    const file = byUrl.get(normalFileUrl(url));
    if (file === undefined) throw new Error(`Nu speaks of a file it was not given: ${url}: ${message}`);
    const selector = lastLine === undefined ? "" : `line ${lastLine}: ${extract?.trim() ?? ""}`;
    findings.get(file).push({ rule: type, message, selector });
  }
  return findings;
}

/** Java writes `file:/x`, Node `file:///x`, and they escape different letters. */
function normalFileUrl(url) {
  return pathToFileURL(decodeURIComponent(new URL(url ?? "file:///").pathname)).href;
}

function runJava(files) {
  const options = ["--errors-only", "--format", "json", "--exit-zero-always", "--stdout"];
  return new Promise((resolve, reject) => {
    const java = spawn("java", ["-Xss4m", "-jar", JAR, ...options, ...files]);
    let output = "";
    let trouble = "";
    java.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    java.stderr.setEncoding("utf8").on("data", (text) => (trouble += text));
    const forget = atEnd(() => java.kill("SIGKILL"));
    java.on("error", reject);
    java.on("close", (code) => {
      forget();
      if (code === 0 && output !== "") resolve(output);
      else reject(new Error(`the Nu checker ended with ${code}: ${trouble}`));
    });
  });
}
