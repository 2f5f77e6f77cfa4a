// JavaScript statements → lines of Python. It must not know what any expression means.

import { quote } from "../syntax-javascript.ts";
import { commentLines } from "./comments.ts";
import { condition, numeric, raw, rawText, recordPart, stored, value, valueText } from "./expressions.ts";
import { defineFunction } from "./functions.ts";
import { isKept, kindOf } from "./kinds.ts";
import { eachLines, forLines, whileLines } from "./loops.ts";
import { fresh, indent, level, type Printer, prelude, within } from "./printer.ts";
import { type Expression, type Statement, type Target, unknown } from "./tree.ts";

/** Longest line that is not broken up. */
const LINE = 118;

/** The lines of several statements; never none where Python wants one. */
export function statements(p: Printer, nodes: readonly Statement[]): string[] {
  const lines = nodes.flatMap((node) => statement(p, node));
  return lines.some((line) => !line.startsWith("#")) ? lines : [...lines, "pass"];
}

/** One statement, after its comments and the functions it needs. */
export function statement(p: Printer, node: Statement): string[] {
  const around = p.before.splice(0);
  const lines = statementLines(p, node);
  const before = p.before.splice(0);
  p.before.push(...around);
  const comments = node.s === "function" ? [] : commentLines(node.comments);
  return [...comments, ...before, ...lines];
}

function statementLines(p: Printer, node: Statement): string[] {
  switch (node.s) {
    case "nothing":
      return [];
    case "declare":
      return node.entries.flatMap(({ to, value: given }) => declaration(p, to, given));
    case "expression":
      return expressionLines(p, node.of);
    case "return":
      if (node.of === undefined) return ["return"];
      if (node.of.t === "object") return broken("return ", p, node.of);
      return [`return ${isKept(p.inside?.kind) ? rawText(p, node.of) : valueText(p, node.of)}`];
    case "throw":
      return [`raise ${raw(p, node.of).text}`];
    case "if":
      return ifLines(p, node, "if");
    case "for":
      return forLines(p, node);
    case "each":
      return eachLines(p, node);
    case "while":
      return whileLines(p, within(condition(p, node.test), level.walrus), node.body, []);
    case "switch":
      return switchLines(p, node);
    case "block":
      return node.body.flatMap((inner) => statement(p, inner));
    case "break":
      return ["break"];
    case "continue":
      return [...p.onContinue, "continue"];
    case "try":
      return ["try:", ...indent(statements(p, node.body)), "except Exception:", ...indent(statements(p, node.handler))];
    case "function":
      return defineFunction(
        p,
        node.function.binding?.python ?? unknown("a function without a name"),
        node.function,
        node.comments,
      );
  }
}

function ifLines(p: Printer, node: Statement & { s: "if" }, word: string): string[] {
  const lines = [`${word} ${condition(p, node.test).text}:`, ...indent(statements(p, node.yes))];
  if (node.no === undefined) return lines;
  const [only] = node.no;
  if (node.no.length === 1 && only.s === "if" && only.comments.length === 0) return [...lines, ...ifLines(p, only, "elif")];
  return [...lines, "else:", ...indent(statements(p, node.no))];
}

function switchLines(p: Printer, { of, cases }: Statement & { s: "switch" }): string[] {
  const lines: string[] = [];
  let tests: string[] = [];
  for (const { test, body } of cases) {
    if (test) tests.push(`${within(raw(p, of), level.shift)} == ${within(raw(p, test), level.shift)}`);
    if (body.length === 0) continue;
    const inner = body.flatMap((each) => (each.s === "block" ? each.body : [each])).filter(({ s }) => s !== "break");
    if (!leaves(body)) unknown("a case that runs into the next");
    const head = test === undefined ? "else:" : `${lines.length === 0 ? "if" : "elif"} ${tests.join(" or ")}:`;
    lines.push(head, ...indent(statements(p, inner)));
    tests = [];
  }
  return lines;
}

function leaves(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  if (last?.s === "block") return leaves(last.body);
  return last !== undefined && ["return", "throw", "break"].includes(last.s);
}

function declaration(p: Printer, to: Target, given: Expression | undefined): string[] {
  if (to.t !== "name") return given === undefined ? unknown("a list without a value") : assignTo(p, to, given);
  const name = to.binding!.python;
  if (given?.t === "function") return [...defineFunction(p, name, given.function)];
  if (given === undefined) return [`${name} = None`];
  if (given.t === "object") return broken(`${name} = `, p, given);
  return [`${name} = ${stored(p, { t: "name", name: to.name, binding: to.binding }, given)}`];
}

/** `[a, b] = …`, `{ a, b } = …`. */
function assignTo(p: Printer, to: Target, given: Expression): string[] {
  if (
    to.t === "list" &&
    given.t === "array" &&
    given.items.length === to.items.length &&
    to.items.every(({ t }) => t === "name")
  ) {
    const names = to.items.map((item) => (item.t === "name" ? item.binding!.python : ""));
    const values = to.items.map((item, k) => (item.t === "name" ? stored(p, item, given.items[k]) : ""));
    return [`${names.join(", ")} = ${values.join(", ")}`];
  }
  if (given.t === "name") return takeApart(p, to, raw(p, given).text);
  const name = fresh(p, "given_");
  return [`${name} = ${rawText(p, given)}`, ...takeApart(p, to, name)];
}

/** What is in `from`, to its names; nothing for what is not there. */
export function takeApart(p: Printer, to: Target, from: string): string[] {
  if (to.t === "name") return [`${to.binding!.python} = ${from}`];
  if (to.t === "list") return to.items.flatMap((item, k) => takeApart(p, item, prelude(p, "_at", from, String(k)).text));
  return to.fields.flatMap(({ key, to: inner, otherwise }) => {
    const field = `${from}.get(${quote(key)})`;
    return takeApart(p, inner, otherwise ? prelude(p, "_default", field, valueText(p, otherwise)).text : field);
  });
}

function expressionLines(p: Printer, node: Expression): string[] {
  if (node.t === "update" && (node.of.t === "name" || node.of.t === "index")) return [`${place(p, node.of)} ${node.op[0]}= 1`];
  if (node.t !== "assign") return [raw(p, node).text];
  const { op, left, right } = node;
  if (left.t === "array") {
    if (right.t !== "array" || right.items.length !== left.items.length) return unknown("such an exchange");
    const values = left.items.map((item, k) =>
      item.t === "name" ? stored(p, item, right.items[k]) : valueText(p, right.items[k]),
    );
    return [`${left.items.map((item) => place(p, item)).join(", ")} = ${values.join(", ")}`];
  }
  if (op !== "=") return [changed(p, op, left, right)];
  const growing = left.t === "index" && left.of.t === "member" && p.inProgram && p.growing.has(left.of.name);
  if (growing) return [`${raw(p, left.of).text}.append(${valueText(p, right)})`];
  return [`${place(p, left)} = ${left.t === "name" ? stored(p, left, right) : valueText(p, right)}`];
}

/** `x += y`, by the operator's own function where it has one. */
function changed(p: Printer, op: string, left: Expression, right: Expression): string {
  const where = place(p, left);
  if (op === "+=" || op === "-=") return `${where} ${op} ${within(numeric(p, right), level.lambda)}`;
  if (op === "*=") return `${where} *= ${valueText(p, right)}`;
  return `${where} = ${value(p, { t: "binary", op: op.slice(0, -1), left, right }).text}`;
}

/** Where something is put. */
function place(p: Printer, node: Expression): string {
  if (node.t === "name") return raw(p, node).text;
  if (node.t === "member") return `${within(raw(p, node.of), level.atom)}[${quote(node.name)}]`;
  if (node.t !== "index") return unknown(`an assignment to ${node.t}`);
  const index =
    kindOf(node.index) === "whole" || p.inProgram ? rawText(p, node.index) : prelude(p, "_count", rawText(p, node.index)).text;
  return `${within(raw(p, node.of), level.atom)}[${index}]`;
}

/** A record on one line where it fits and nothing is said about its fields, else a field a line. */
function broken(head: string, p: Printer, node: Expression & { t: "object" }): string[] {
  const parts = node.properties.map((property) => ({ comments: commentLines(property.comments), text: recordPart(p, property) }));
  const short = `${head}{${parts.map(({ text }) => text).join(", ")}}`;
  if (short.length <= LINE && parts.every(({ comments }) => comments.length === 0)) return [short];
  return [`${head}{`, ...indent(parts.flatMap(({ comments, text }) => [...comments, `${text},`])), "}"];
}
