// The code generated for one reward, for reading in the editor. It must not know LSP.
import { printJavaScript } from "../compiler/emit/javascript.ts";
import { printPython } from "../compiler/emit/python.ts";
import { printTypeScript } from "../compiler/emit/typescript.ts";
import { type OpenDocument, programOf } from "./documents.ts";
import type { GeneratedParams, GeneratedResult } from "./protocol.ts";
import { whyNotComputed } from "./why-not-computed.ts";

const printers = { typescript: printTypeScript, javascript: printJavaScript, python: printPython };

export function provideGenerated(document: OpenDocument, { reward, target }: GeneratedParams): GeneratedResult {
  const { version } = document;
  const program = programOf(document, reward);
  if (program === undefined) return { ok: false, version, message: whyNotComputed(document, reward).message };
  return { ok: true, version, reward: program.name, text: printers[target](program) };
}
