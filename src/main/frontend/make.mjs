// Fetches the libraries when the lock file changed, then bundles.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const stamp = "node_modules/.samenspraak";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  const installed = spawnSync("npm ci --no-audit --no-fund --loglevel=error", { stdio: "inherit", shell: true });
  if (installed.status !== 0) {
    console.error("The libraries of the pages could not be fetched: npm ci failed (is the network there?).");
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
await import("./build.mjs");
