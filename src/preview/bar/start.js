// -- Becoming another page --

let held = false;

document.addEventListener("tydlig-state", (event) => {
  // The page is not taken away before it is known whether what was written is saved.
  if (editor.sending) {
    event.preventDefault();
    return;
  }
  // In frames, the page is seen there, and reloads there.
  if (isFramed() && event.detail.isOther) {
    held = true;
    event.preventDefault();
  }
  if (memory.open) load();
  editor.changed();
});

addEventListener("pagehide", () => {
  memory.focus = root.activeElement?.id || null;
  keep();
});

document.body.append(host);
if (isFramed()) drawFrames(location.href);
draw();
focusAgain();
load();

/** Focus comes back to what had it on the page before, once it is there, unless it has gone elsewhere. */
function focusAgain() {
  if (left === null || document.activeElement !== document.body) return;
  root.getElementById(left)?.focus({ preventScroll: true });
  if (root.activeElement !== null) left = null;
}
