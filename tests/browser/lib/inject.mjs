// Puts a checking tool into an open page.

import { limitCalls } from "./limits.mjs";

const sessions = new WeakMap();

/**
 * Defines the global `name` by running `source`, unless the page has it already.
 * Goes straight to the debugger, which the site's Content-Security-Policy does
 * not bind, and which keeps what it has compiled from one page to the next.
 */
export async function inject(page, name, source) {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  const session = await sessions.get(page);
  limitCalls(session);
  const { result } = await session.send("Runtime.evaluate", { expression: `typeof ${name}` });
  if (result.value !== "undefined") return;
  await session.send("Runtime.evaluate", { expression: `${source};0` });
}
