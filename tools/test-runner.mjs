// Runs a browser test: node tools/test-runner.mjs TEST.wasm ARGUMENTS…
// What debuggers want is nine tenths of such a file, and the runner would chew on it for minutes: it is
// left out first. The names of functions stay.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const [test, ...rest] = process.argv.slice(2);
const wasm = readFileSync(test);

// A number in LEB128 and where it ends.
function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

const kept = [wasm.subarray(0, 8)];
for (let at = 8; at < wasm.length; ) {
  const [length, body] = number(at + 1);
  const end = body + length;
  // Section 0 is one with a name.
  const [size, name] = wasm[at] === 0 ? number(body) : [0, body];
  if (!wasm.toString("latin1", name, name + size).startsWith(".debug")) kept.push(wasm.subarray(at, end));
  at = end;
}

const folder = mkdtempSync(join(tmpdir(), "casebook-test-"));
const lean = join(folder, basename(test));
writeFileSync(lean, Buffer.concat(kept));
const run = spawnSync("wasm-bindgen-test-runner", [lean, ...rest], { stdio: "inherit" });
rmSync(folder, { recursive: true });
process.exit(run.status ?? 1);
