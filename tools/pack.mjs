// Finishes what trunk built: node tools/pack.mjs DIST PARTS
// - DIST/index.html gets its loader and a content security policy under which nothing inline
//   runs but what is named by its hash, and nothing is fetched from elsewhere;
// - DIST/casebook.html is the same app in one file, for file://, where fetch does not work: the
//   wasm lies in it gzipped, in base64;
// - the parts that tools/split/wasm-bindgen cut off go into DIST under the name of their
//   content, and into the one file beside the main part.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { shortened } from "./shorten.mjs";

const dist = process.argv[2] ?? "dist";
const cut = process.argv[3] ?? "target/parts";
const IMAGES = { ".ico": "image/x-icon", ".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp" };
// What rustc uses of WebAssembly beyond its first version.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"].map(
  (feature) => `--enable-${feature}`,
);
// The style sheets that the first page needs; the others come with the code of the other pages.
const EARLY = /(^|\/)(tokens|base|shell|part|first-run|list)-/;
// What is inline and has an effect: the wasm's base64 has none.
const SCRIPTS = /<script(?![^>]*\s(?:src=|id="wasm-))[^>]*>([\s\S]*?)<\/script>/g;
const STYLES = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

// Both loaders show #boot-trouble when the start fails, for whatever reason: an old browser, a
// missing file, a trap. Errors after the start are the app's own business.
const GUARD = `<script>
function bootTrouble(){document.getElementById("boot-trouble").hidden=false}
addEventListener("error",bootTrouble)
</script>
<script nomodule>bootTrouble()</script>`;
const STARTED = `removeEventListener("error",bootTrouble)`;
const FAILED = `console.error(error);bootTrouble()`;

const page = read("index.html").replace(/<!--[\s\S]*?-->/g, "");
const [trunkScript, gluePath, trunkWasmPath] =
  page.match(/<script type="module">\s*import init[^<]*? from '([^']+)'[^<]*?module_or_path: '([^']+)'[^<]*<\/script>/) ??
  fail("index.html has no script of trunk's that starts the wasm. Was it packed before?");
for (const part of [/<meta charset="utf-8"\s*\/?>/i, /<\/head>/, /<\/body>/, /<p\b(?=[^>]*\sid="boot-trouble")[^>]*\shidden/]) {
  if (!part.test(page)) fail(`index.html lacks what matches ${part}`);
}
const forbidden = page.match(/<[^>]+\s(?:style|on\w+)=/);
if (forbidden) fail(`index.html has an inline style or handler, which the policy forbids: ${forbidden[0]}…`);

const links = page.match(/<link\b[^>]*>/g) ?? [];
const sheets = links.filter((link) => rel(link) === "stylesheet");
const preloads = links.filter((link) => /^(module)?preload$/.test(rel(link)));
const bare = without(page, [trunkScript, ...sheets, ...preloads]).replace(/\n\s*(?=\n)/g, "");

// What wasm-bindgen and the cutter write would import each other: here they are one script.
const joinedGlue = stripGlue(joined(read(gluePath), readFileSync(join(cut, "__wasm_split.js"), "utf8")));
const [wasm, glue] = shortened(readFileSync(join(dist, trunkWasmPath)), joinedGlue);
const wasmPath = replaceFiles([trunkWasmPath], "casebook", ".wasm", wasm);
const parts = optimisedParts();
const css = (wanted) =>
  sheets
    .filter((link) => wanted(EARLY.test(attribute(link, "href"))))
    .map((link) => stripCss(read(attribute(link, "href")), link))
    .join("\n");
const [earlyCss, laterCss] = [css((early) => early), css((early) => !early)];

writeFileSync(join(dist, "index.html"), site());
writeFileSync(join(dist, "casebook.html"), oneFile());

function site() {
  const style = replaceFiles(sheets.map((link) => attribute(link, "href")), "style", ".css", earlyCss);
  const later = replaceFiles([], "later", ".css", laterCss);
  const named = parts.map(([name, wasm]) => [name, basename(replaceFiles([], name, ".wasm", wasm))]);
  // A page is not shown before its style sheet is there.
  const fetchPart = `const PARTS=${JSON.stringify(Object.fromEntries(named))}
let style
const dressed=()=>style??=new Promise((done,failed)=>{
const link=document.createElement("link")
link.rel="stylesheet"
link.onload=done
link.onerror=()=>{style=undefined;link.remove();failed(new Error("style sheet"))}
link.href="${later}"
document.head.append(link)
})
const part=name=>{
const file=fetch(new URL(PARTS[name],import.meta.url))
file.catch(()=>{})
return /_work|_safety/.test(name)?dressed().then(()=>file):file
}
`;
  const script = replaceFiles([gluePath], "casebook", ".js", fetchPart + glue);
  const head = `<link rel="stylesheet" href="${style}">
<link rel="modulepreload" href="${script}">
<link rel="preload" as="fetch" type="application/wasm" crossorigin href="${wasmPath}">`;
  const body = `${GUARD}
<script type="module">
import("${script}").then(glue=>glue.default({module_or_path:"${wasmPath}"})).then(()=>${STARTED},error=>{${FAILED}})
</script>`;
  return secured(fill(bare, head, body), {
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
  });
}

function oneFile() {
  const all = `${earlyCss}\n${laterCss}`;
  if (/<\/style/i.test(all)) fail("the style sheets contain '</style', which would end them");
  const init = glue.match(/(\w+) as default/)?.[1] ?? fail("the glue exports no default");
  const inlineGlue = glue
    .replace(/^export \{.*\};?$/gm, "")
    .replace(/^export /gm, "")
    .replace(/<(?=\/script|!--)/gi, "\\x3C"); // they occur in strings only
  const packed = [["main", wasm], ...parts].map(([name, wasm]) => {
    const text = gzipSync(wasm, { level: 9 }).toString("base64");
    return `<script type="application/octet-stream;base64" id="wasm-${name}">${text}</script>`;
  });
  const body = `${GUARD}
${packed.join("\n")}
<script type="module">
const unpacked=name=>{
const packed=document.getElementById("wasm-"+name)
const gzipped=Uint8Array.from(atob(packed.textContent),c=>c.charCodeAt(0))
packed.remove()
return new Response(new Blob([gzipped]).stream().pipeThrough(new DecompressionStream("gzip")),{headers:{"content-type":"application/wasm"}})
}
const part=async name=>unpacked(name)
${inlineGlue}
try{
await ${init}({module_or_path:await unpacked("main").arrayBuffer()})
${STARTED}
}catch(error){${FAILED}}
</script>`;
  // Of the links only the icon is of use without a server.
  const icons = bare.replace(/<link\b[^>]*>/g, (link) => (rel(link) === "icon" ? inlineIcon(link) : ""));
  const html = secured(fill(icons, `<style>${all}</style>`, body), {
    "script-src": ["'wasm-unsafe-eval'"],
    "style-src": [],
    "img-src": ["data:", "blob:"],
  });
  const outside = html.match(/<(?:script|img|link)\b[^>]*\s(?:src|href)="(?!data:)[^"]*"/);
  if (outside) fail(`casebook.html would need another file: ${outside[0]}`);
  return html;
}

// The page with the policy in it: the given sources, and the hashes of what is inline.
function secured(html, sources) {
  const hashes = (pattern) => [...html.matchAll(pattern)].map(([, text]) => `'sha256-${digest(text, "base64")}'`);
  const policy = {
    "default-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    ...sources,
    "script-src": [...sources["script-src"], ...hashes(SCRIPTS)],
    "style-src": [...sources["style-src"], ...hashes(STYLES)],
  };
  const text = Object.entries(policy).map((directive) => directive.flat().join(" ")).join("; ");
  // A function, so that no $ in the text is taken for a group.
  return html.replace(/<meta charset[^>]*>/i, (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${text}">`);
}

function fill(html, head, body) {
  return html.replace("</head>", () => `${head}\n</head>`).replace("</body>", () => `${body}\n</body>`);
}

// One script of wasm-bindgen's glue and the cutter's loaders. A part is asked for by its name.
function joined(glue, loaders) {
  const imports = [...glue.matchAll(/^import \* as (\w+) from "\.\/__wasm_split\.js"\s*$/gm)];
  if (imports.length === 0) fail("the glue imports no loaders. Was the app built with the feature 'split'?");
  const names = [...loaders.matchAll(/^export const (\w+) =/gm)].map(([, name]) => name);
  const aliases = imports.map(([, alias]) => `const ${alias} = LOADERS;`).join("\n");
  const asked = loaders
    .replace(/^import .*$/gm, "")
    .replace(/^export const /gm, "const ")
    .replace(/fetch\(new URL\("\.\/(\w+)\.wasm", import\.meta\.url\)\)/g, 'part("$1")');
  if (/\bfetch\(/.test(asked)) fail("the loaders fetch something that is not a part");
  const rest = glue.replace(/^import \* as \w+ from "\.\/__wasm_split\.js"\s*$/gm, "");
  return `${asked}\nconst LOADERS = { ${names.join(", ")} };\n${aliases}\n${rest}`;
}

// The parts beside the main one, made smaller as trunk makes the main part.
function optimisedParts() {
  const names = readdirSync(cut).filter((file) => file.endsWith(".wasm") && !/^(main|opt-.*)\.wasm$/.test(file));
  return names.sort().map((file) => {
    const out = join(cut, `opt-${file}`);
    execFileSync("wasm-opt", ["-Oz", ...FEATURES, join(cut, file), "-o", out], { stdio: ["ignore", "inherit", "pipe"] });
    return [basename(file, ".wasm"), readFileSync(out)];
  });
}

// Comments and indentation go. Nothing more, so that no parser is needed: a real minifier saves
// 1 KB of gzip beyond that.
function stripGlue(text) {
  if (/^import\b/m.test(text)) fail("the glue imports another script, which the one file could not hold");
  const multilineTemplate = text.split("\n").some((line) => line.split("`").length % 2 === 0);
  if (multilineTemplate) return text;
  return text
    .replace(/^\s*\/\*\*[\s\S]*?\*\/$/gm, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/^\s+/gm, "");
}

function stripCss(text, link) {
  const stripped = text
    .replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\//g, (_, quoted) => quoted ?? "")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
  const other = stripped.match(/@import[^;]*|url\((?!\s*["']?(?:data:|#))[^)]*\)/);
  if (other) fail(`a style sheet needs another file: ${other[0]}. Link it from index.html, or write it as data:`);
  const media = attribute(link, "media");
  return media ? `@media ${media}{\n${stripped}\n}` : stripped;
}

// Puts one file in the place of some, named after its content, so that caches never mix versions.
function replaceFiles(paths, name, extension, text) {
  for (const path of paths) rmSync(join(dist, path), { force: true });
  const path = `./${name}-${digest(text, "hex").slice(0, 16)}${extension}`;
  writeFileSync(join(dist, path), text);
  return path;
}

function inlineIcon(link) {
  const path = attribute(link, "href");
  const type = IMAGES[extname(path)] ?? fail(`the icon ${basename(path)} is of no known type`);
  return link.replace(path, `data:${type};base64,${readFileSync(join(dist, path)).toString("base64")}`);
}

function without(text, parts) {
  return parts.reduce((rest, part) => rest.replace(part, () => ""), text);
}

function rel(link) {
  return attribute(link, "rel");
}

function attribute(tag, name) {
  return tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
}

function digest(text, encoding) {
  return createHash("sha256").update(text).digest(encoding);
}

function read(path) {
  return readFileSync(join(dist, path), "utf8").replaceAll("\r\n", "\n");
}

function fail(sentence) {
  console.error(`casebook: packing failed: ${sentence}`);
  process.exit(1);
}
