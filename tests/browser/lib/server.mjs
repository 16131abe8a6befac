// Serves a built site from 127.0.0.1 the way a static host does: index.html for
// folders, 404.html for misses, and the headers of the site's own `_headers`
// file, so that the real Content-Security-Policy is in force during the tests.

import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".vtt": "text/vtt; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/** Starts serving `folder`; resolves to `{ origin, close }`. */
export async function serve(folder) {
  const rules = readHeaderRules(join(folder, "_headers"));
  const server = createServer((request, response) => answer(folder, rules, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

function answer(folder, rules, request, response) {
  const path = decodePath(request.url);
  for (const rule of rules) {
    if (path !== undefined && rule.matches(path)) response.appendHeader(rule.name, rule.value);
  }
  const found = path === undefined ? undefined : findFile(folder, path);
  const file = found ?? findFile(folder, "/404.html");
  response.statusCode = found ? 200 : 404;
  if (!file) {
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end("Not found");
    return;
  }
  if (!response.hasHeader("Content-Type")) {
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
  }
  response.end(readFileSync(file));
}

/** Undefined when the path is badly encoded or would leave the site. */
function decodePath(url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://site").pathname);
    return normalize(path).startsWith("..") || path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

function findFile(folder, path) {
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/**
 * `_headers`: a path pattern at the margin, and under it indented `Name: value`
 * lines. `*` in a pattern stands for anything.
 */
function readHeaderRules(file) {
  if (!existsSync(file)) return [];
  const rules = [];
  let matches = () => false;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      const pattern = line.trim().split("*").map(escapeForRegExp).join(".*");
      const whole = new RegExp(`^${pattern}$`);
      matches = (path) => whole.test(path);
      continue;
    }
    const colon = line.indexOf(":");
    rules.push({ matches, name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return rules;
}

function escapeForRegExp(text) {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
