// Listens while a page is open: what it asks the network for, and what the
// browser complains of (script errors, breaches of the Content-Security-Policy).

/** Starts listening; `requests()` and `complaints()` give the findings so far. */
export function listen(page, origin, { missing }) {
  const requests = [];
  const complaints = [];
  const handlers = {
    request(request) {
      const url = request.url();
      if (/^(data|blob|about):/.test(url) || url.startsWith(`${origin}/`)) return;
      requests.push({ rule: "asks another site", message: url });
    },
    response(response) {
      const status = response.status();
      if (status < 400) return;
      // The page for a missing address is itself answered 404, and rightly so.
      if (missing && status === 404 && response.request().isNavigationRequest()) return;
      requests.push({ rule: `answered ${status}`, message: pathOf(response.url(), origin) });
    },
    requestfailed(request) {
      const reason = request.failure()?.errorText ?? "";
      // Leaving the page cuts off what was still under way: no fault of the page.
      if (reason === "net::ERR_ABORTED") return;
      requests.push({ rule: "request failed", message: `${pathOf(request.url(), origin)} ${reason}` });
    },
    console(message) {
      if (message.type() !== "error") return;
      // Chromium logs the 404 of a missing address's own page too.
      if (missing && message.location().url === page.url() && /\b404\b/.test(message.text())) return;
      // Browsers ask for this icon unasked, once for a whole site.
      if (message.location().url === `${origin}/favicon.ico`) return;
      complaints.push({ rule: "console error", message: message.text().replaceAll(origin, "") });
    },
    pageerror(error) {
      complaints.push({ rule: "script error", message: String(error.message).replaceAll(origin, "") });
    },
  };
  for (const [event, handler] of Object.entries(handlers)) page.on(event, handler);
  return {
    requests: () => requests,
    complaints: () => complaints,
    stop() {
      for (const [event, handler] of Object.entries(handlers)) page.off(event, handler);
    },
  };
}

function pathOf(url, origin) {
  return url.replace(origin, "");
}
