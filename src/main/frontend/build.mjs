// Bundles styles and scripts into a few files with their hash in the name; a page may keep them for a year.
import { build } from "esbuild";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

const out = path.resolve(process.argv[2] ?? "../../../target/classes/static/assets");
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

// what every page loads, and what only the pages of the workbench load
const entries = ["css/app.css", "js/page.js"];
const designer = ["designer", "designer-dmn", "designer-form"].flatMap((name) => [`css/${name}.css`, `js/${name}.js`]);
const { metafile } = await build({
  entryPoints: [...entries, ...designer].map((file) => ({ in: file, out: path.parse(file).name })),
  outdir: out,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  metafile: true,
  target: ["es2020", "chrome109", "firefox115", "safari15"],
  loader: { ".woff2": "file" },
  // templates come from our own server: the schemas to check them with would be a quarter of the editor
  alias: { "@bpmn-io/element-templates-validator": "./js/designer/trusted-templates.js" },
  legalComments: "linked",
  logLevel: "warning",
});
// the layout reads which file is which
const made = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint);
const names = made.map(([file, { entryPoint }]) => `${path.basename(entryPoint)}=${path.basename(file)}`);
// the layout asks for the fonts of each page beforehand; those of the workbench wait for its styles
const [, app] = made.find(([, { entryPoint }]) => entryPoint === "css/app.css");
const fonts = app.imports
  .map(({ path: file }) => path.basename(file))
  .filter((file) => file.endsWith(".woff2"))
  .map((file) => `${file.replace(/-[A-Z0-9]+\.woff2$/, "")}=${file}`);
await writeFile(path.join(out, "assets.properties"), [...names, ...fonts].sort().join("\n") + "\n");
