// Bundles styles and scripts into a few files with their hash in the name; a page may keep them for a year.
import { build } from "esbuild";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const out = path.resolve(process.argv[2] ?? "../../../target/classes/static/assets");
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { app: "css/app.css", page: "js/page.js" },
  outdir: out,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  metafile: true,
  target: ["es2020", "chrome109", "firefox115", "safari15"],
  loader: { ".woff2": "file" },
  legalComments: "linked",
  logLevel: "warning",
});
// the layout reads which file is which
const names = Object.entries(metafile.outputs)
  .filter(([, made]) => made.entryPoint)
  .map(([file, made]) => `${path.basename(made.entryPoint)}=${path.basename(file)}`);
const fonts = Object.keys(metafile.outputs)
  .filter((file) => file.endsWith(".woff2"))
  .map((file) => `${path.basename(file).replace(/-[A-Z0-9]+\.woff2$/, "")}=${path.basename(file)}`);
await writeFile(path.join(out, "assets.properties"), [...names, ...fonts].sort().join("\n") + "\n");
