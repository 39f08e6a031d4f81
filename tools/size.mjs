// Says what the first load fetches: node tools/size.mjs [--strict] DIST
// That is index.html and every file it names (script, style, wasm, icon, manifest), each as
// `gzip -9` makes it. BOUND_KB is what it shall be, and is not reached yet; with --strict,
// above LIMIT_KB is a failure, so that it only ever comes nearer.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BOUND_KB = 320;
const LIMIT_KB = 700;
const strict = process.argv.includes("--strict");
const dist = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "dist";

if (!existsSync(join(dist, "index.html"))) {
  console.error(`casebook: ${dist}/index.html is missing; 'make app' builds it.`);
  process.exit(1);
}
const page = readFileSync(join(dist, "index.html"), "utf8").replace(/<link[^>]*"apple-touch-icon"[^>]*>/g, "");
const named = [...page.matchAll(/"([^"<>\s]+)"/g)].map(([, path]) => path.replace(/^\.\//, ""));
const files = ["index.html", ...new Set(named)].filter((path) => {
  return statSync(join(dist, path), { throwIfNoEntry: false })?.isFile();
});

const kb = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
let total = 0;
console.log("first load, gzip -9 (1 KB = 1024 bytes)");
for (const path of files) {
  const bytes = gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
  total += bytes;
  console.log(`${kb(bytes)}  ${path}`);
}
console.log(`${kb(total)}  in all, of ${BOUND_KB} KB`);
const one = statSync(join(dist, "casebook.html"), { throwIfNoEntry: false });
if (one) console.log(`${kb(one.size)}  casebook.html, the one file (as it lies on the disk)`);
if (total > BOUND_KB * 1024) console.error("casebook: the first load is above its bound.");
if (strict && total > LIMIT_KB * 1024) {
  console.error(`casebook: the first load has grown above ${LIMIT_KB} KB.`);
  process.exit(1);
}
