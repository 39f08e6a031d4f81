// Says what the first load fetches: node tools/size.mjs [--strict] DIST
// That is index.html, every file it names (script, style, wasm, icon, manifest), and the parts
// of the wasm that the first page of a new device needs (a device in use needs none), each as
// `gzip -9` makes it. With --strict, above BOUND_KB is a failure.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BOUND_KB = 320;
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

const script = readFileSync(join(dist, files.find((path) => path.endsWith(".js"))), "utf8");
const parts = JSON.parse(script.match(/^const PARTS=(.*)$/m)[1]);
const [, ofFirst] = script.match(/__wasm_split_load_first = .*?part\("\w+"\).*?, \[([^\]]*)\]/s);
const needed = ["split_first", ...[...ofFirst.matchAll(/__(chunk_\w+)/g)].map(([, name]) => name)].map((name) => parts[name]);
const later = Object.values(parts).filter((path) => !needed.includes(path));

const kb = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
const gzipped = (path) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
const list = (paths) =>
  paths.reduce((sum, path) => {
    const bytes = gzipped(path);
    console.log(`${kb(bytes)}  ${path}`);
    return sum + bytes;
  }, 0);
console.log("first load, gzip -9 (1 KB = 1024 bytes)");
const inUse = list(files);
console.log(`${kb(inUse)}  on a device in use; on a new one also:`);
const total = inUse + list(needed);
console.log(`${kb(total)}  in all, of ${BOUND_KB} KB; fetched later:`);
list(later);
const one = statSync(join(dist, "casebook.html"), { throwIfNoEntry: false });
if (one) console.log(`${kb(one.size)}  casebook.html, the one file (as it lies on the disk)`);
if (total > BOUND_KB * 1024) {
  console.error("casebook: the first load is above its bound.");
  if (strict) process.exit(1);
}
