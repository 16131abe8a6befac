// Starts the live preview of a folder.

import { spawn } from "node:child_process";

/** Resolves to `{ origin, stop }` once it says where it is; `stop` resolves to its exit status. */
export function startPreview(program, folder, more = []) {
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
