// Serves a folder on this machine alone: node tools/serve.mjs [--root DIR] [--probe]
// PORT chooses the port (8080 else; 0 takes any free one). --probe only asks whether it is free.
import { createServer } from "node:http";
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";

const HOST = "127.0.0.1";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
};

const { values: options } = parseArgs({
  options: { root: { type: "string", default: "dist" }, probe: { type: "boolean" } },
});
const port = Number(process.env.PORT || 8080);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  fail(`PORT is '${process.env.PORT}'; it must be a number from 0 to 65535.`);
}
const root = options.probe ? "" : await realpath(resolve(options.root)).catch(() => "");
if (!root && !options.probe) fail(`There is no folder ${options.root} to serve. 'make app' builds it.`);

const server = createServer(async (request, response) => {
  const refuse = (status, text) =>
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD.");
  const file = await find(request.url);
  if (!file) return refuse(404, "There is no such file here.");
  response.writeHead(200, {
    "content-type": TYPES[extname(file.path)] ?? "application/octet-stream",
    "content-length": file.size,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
});

// The file that an address names: none outside the root, not through a link either.
async function find(url) {
  try {
    const { pathname } = new URL(url, "http://here");
    let path = await realpath(join(root, decodeURIComponent(pathname)));
    if ((await stat(path)).isDirectory()) path = await realpath(join(path, "index.html"));
    const { size } = await stat(path);
    return path.startsWith(root + sep) ? { path, size } : undefined;
  } catch {
    return undefined;
  }
}

function fail(sentence) {
  console.error(`casebook: ${sentence}`);
  process.exit(1);
}

server.on("error", ({ code, message }) => {
  if (code === "EADDRINUSE") fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} make run`);
  if (code === "EACCES") fail(`Port ${port} is not for ordinary users. Choose another: PORT=8080 make run`);
  fail(message);
});
server.listen(port, HOST, () => {
  if (options.probe) return server.close();
  console.log(`Casebook is open at http://${HOST}:${server.address().port}/ (Ctrl+C stops it)`);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
