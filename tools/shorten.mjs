// wasm-bindgen names each function that it imports after its content (`__wbg_log_0c2f9a…`), 24
// characters of which half are beyond compression, twice: in the script and in the wasm. What is
// only between these two gets short names: 8 KB less to load.

const LONG = /^__wb(?:g|indgen)_\w+$/;

/** The wasm and its glue with short names for what the one imports from the other. */
export function shortened(wasm, glue) {
  const names = new Map();
  const short = (name) => {
    if (!LONG.test(name)) return name;
    if (!names.has(name)) names.set(name, `$${names.size.toString(36)}`);
    return names.get(name);
  };
  const renamed = withImports(wasm, short);
  return [renamed, glue.replace(/\b__wb\w+/g, (name) => names.get(name) ?? name)];
}

const IMPORTS = 2;
// How many numbers follow an import's name, by its kind: function, table, memory, global, tag.
const READERS = [
  (at) => at.number(),
  (at) => [at.byte(), at.limits()],
  (at) => at.limits(),
  (at) => [at.byte(), at.byte()],
  (at) => [at.byte(), at.number()],
];

function withImports(wasm, rename) {
  const at = reader(wasm, 8);
  const out = [wasm.subarray(0, 8)];
  while (at.place < wasm.length) {
    const begin = at.place;
    const id = at.byte();
    const length = at.number();
    const end = at.place + length;
    out.push(...(id === IMPORTS ? section(id, imports(wasm, at, rename)) : [wasm.subarray(begin, end)]));
    at.place = end;
  }
  return Buffer.concat(out);
}

function imports(wasm, at, rename) {
  const count = at.number();
  const out = [number(count)];
  for (let index = 0; index < count; index += 1) {
    out.push(text(at.text()), text(rename(at.text())));
    const begin = at.place;
    (READERS[at.byte()] ?? unknownImport)(at);
    out.push(wasm.subarray(begin, at.place));
  }
  return out;
}

function unknownImport() {
  throw new Error("casebook: the wasm imports something of an unknown kind");
}

function section(id, parts) {
  const body = Buffer.concat(parts);
  return [Buffer.from([id]), number(body.length), body];
}

function text(words) {
  const bytes = Buffer.from(words);
  return Buffer.concat([number(bytes.length), bytes]);
}

// Numbers are LEB128: seven bits a byte, the least first.
function number(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

function reader(wasm, place) {
  const at = {
    place,
    byte: () => wasm[at.place++],
    number() {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = at.byte();
        value |= (byte & 127) << shift;
        if (byte < 128) return value >>> 0;
      }
    },
    text() {
      const length = at.number();
      at.place += length;
      return wasm.toString("utf8", at.place - length, at.place);
    },
    limits() {
      const bounded = at.byte() & 1;
      return [at.number(), bounded && at.number()];
    },
  };
  return at;
}
