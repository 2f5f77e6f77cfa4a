// The server as it is shipped: its bundle compressed, and a few lines that load it. A VSIX is a zip, whose own compression is a fifth
// worse on a bundle that is a third text; see docs/adr/0011-compressed-server.md.
// @ts-check
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * Puts `server.cjs.br` beside the bundle, and in the place of the bundle what loads it.
 * @param {string} bundle absolute path
 */
export function compress(bundle) {
  const text = fs.readFileSync(bundle);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  fs.writeFileSync(`${bundle}.br`, brotliCompressSync(text, { params }));
  fs.writeFileSync(bundle, loaderOf(`${path.basename(bundle)}.br`));
}

/** @param {string} file */
const loaderOf = (file) => `// Loads ${file}, which lies beside it. Built from server/node.ts.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { brotliDecompressSync } = require("node:zlib");
module._compile(brotliDecompressSync(readFileSync(join(__dirname, ${JSON.stringify(file)}))).toString(), __filename);
`;
