// The call the cursor stands in: its operator or function and the argument being written. It must not know LSP.

import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { blocks } from "../describe/code.ts";
import { parameterText, signatureText } from "../describe/operator.ts";
import type { OpenDocument } from "../documents.ts";
import type { Token } from "../syntax/tokens.ts";

export interface SignatureHelp {
  label: string;
  documentation: string;
  /** Each a part of the label. */
  parameters: { label: string; documentation: string }[];
  active: number;
}

export function provideSignatureHelp(document: OpenDocument, offset: number): SignatureHelp | undefined {
  const call = callAt(document.tokens, offset);
  if (call === undefined) return undefined;
  return functionHelp(document, call) ?? operatorHelp(call);
}

interface OpenCall {
  name: string;
  /** Of the argument the cursor is in, from 0. */
  index: number;
  /** Where it is written `name: value`. */
  argument?: string;
}

/** Looks back from the cursor for the innermost bracket still open, from tokens, so that broken text has an answer too. */
function callAt(tokens: readonly Token[], offset: number): OpenCall | undefined {
  const before = tokens.filter((token) => token.end <= offset && token.kind !== "comment" && token.kind !== "doc");
  let depth = 0;
  let index = 0;
  let argument: string | undefined;
  for (let i = before.length - 1; i >= 0; i--) {
    const { text, kind } = before[i]!;
    if (kind === "keyword") return undefined;
    if (kind !== "symbol") continue;
    if (text === ")" || text === "]" || text === "}") depth++;
    else if (depth > 0 && (text === "(" || text === "[" || text === "{")) depth--;
    else if (depth > 0) continue;
    else if (text === ",") index++;
    else if (text === ":" && index === 0) argument ??= before[i - 1]?.text;
    else if (text === "{" || text === "[") return undefined;
    else if (text === "(") {
      const name = before[i - 1];
      if (name && (name.kind === "name" || name.kind === "soft") && before[i - 2]?.text !== "@")
        return { name: name.text, index, ...(argument ? { argument } : {}) };
      index = 0;
      argument = undefined;
    }
  }
  return undefined;
}

function operatorHelp({ name, index, argument }: OpenCall): SignatureHelp | undefined {
  const operator = operatorByName.get(name);
  if (operator === undefined || operator.symbol !== undefined) return undefined;
  const { parameters } = operator;
  const named = parameters.findIndex((parameter) => parameter.name === argument);
  return {
    label: signatureText(operator),
    documentation: blocks(operator.summary, operator.doc),
    parameters: parameters.map((parameter) => ({ label: parameterText(parameter), documentation: parameter.doc })),
    active: named >= 0 ? named : Math.min(index, Math.max(0, parameters.length - 1)),
  };
}

function functionHelp(document: OpenDocument, { name, index, argument }: OpenCall): SignatureHelp | undefined {
  const { definitions, imported } = document.compilation.model;
  const definition = [...definitions, ...imported].find((other) => other.kind === "fn" && other.name === name);
  if (definition === undefined) return undefined;
  const fn = definition.declaration as ast.Fn;
  const text = document.textOf(definition.file);
  const labels = fn.params.map((parameter) => text.slice(parameter.start, parameter.end));
  const named = fn.params.findIndex((parameter) => parameter.name.text === argument);
  return {
    label: `${name}(${labels.join(", ")})`,
    documentation: fn.doc ?? "",
    parameters: labels.map((label) => ({ label, documentation: "" })),
    active: named >= 0 ? named : Math.min(index, Math.max(0, labels.length - 1)),
  };
}
