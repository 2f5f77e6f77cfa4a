// The bodies of functions where they are declared: what their names stand for, and whether one calls itself.
// Everything else about them is settled at each call.
import type * as ast from "../grammar/ast.ts";
import { unknownOperator } from "./elaborate/calls.ts";
import { complain } from "./elaborate/complain.ts";
import type { Context, FnBinding } from "./elaborate/context.ts";
import { parameterDefinition } from "./elaborate/fns.ts";
import { unknownName } from "./elaborate/names.ts";
import { resolveNames } from "./elaborate/resolve.ts";

export function readFns(context: Context): void {
  for (const fn of context.fns.values()) {
    checkParameters(fn, context);
    const inside: Context = { ...context, place: "function", locals: localsOf(fn.ast) };
    const unknown = (use: ast.NameRef | ast.Call) =>
      void (use.kind === "name" ? unknownName(use, inside) : unknownOperator(use, inside));
    for (const param of fn.ast.params) resolveNames(param.default, inside, unknown);
    resolveNames(fn.ast.body, inside, unknown);
  }
  refuseRecursion(context);
}

function localsOf(fn: ast.Fn): Context["locals"] {
  return new Map(fn.params.map((param) => [param.name.text, { definition: parameterDefinition(param), operand: undefined }]));
}

function checkParameters({ ast: { params } }: FnBinding, context: Context): void {
  for (const [index, { name }] of params.entries()) {
    const before = params.slice(0, index).find((other) => other.name.text === name.text);
    if (before === undefined || name.text === "") continue;
    complain(context, name, "N020", "duplicate-name", `'${name.text}' is already a parameter of this function.`, {
      help: "Give one of them another name.",
      related: [{ start: before.name.start, end: before.name.end, message: "declared here first" }],
    });
  }
}

/** Functions are inlined, so none may reach itself. Told once for every circle, at the call that closes it. */
function refuseRecursion(context: Context): void {
  const done = new Set<FnBinding>();
  for (const start of context.fns.values()) {
    // Depth first, with a stack of its own: calls may be nested as deep as the file is long.
    const path: { fn: FnBinding; calls: ast.Call[] }[] = done.has(start) ? [] : [{ fn: start, calls: callsIn(start.ast.body) }];
    while (path.length > 0) {
      const { fn, calls } = path.at(-1)!;
      const call = calls.pop();
      if (call === undefined) {
        done.add(fn);
        path.pop();
        continue;
      }
      const called = context.fns.get(call.callee.text);
      if (called === undefined || done.has(called)) continue;
      const circle = path.findIndex((step) => step.fn === called);
      if (circle === -1) path.push({ fn: called, calls: callsIn(called.ast.body) });
      else
        complainRecursion(
          path.slice(circle).map((step) => step.fn),
          call,
          context,
        );
    }
  }
}

function complainRecursion(circle: FnBinding[], call: ast.Call, context: Context): void {
  for (const fn of circle) fn.unusable = true;
  const [name, ...others] = circle.map((fn) => `'${fn.ast.name.text}'`);
  const by = others.length === 0 ? "" : ` by way of ${others.join(", ")}`;
  complain(
    context,
    call.callee,
    "N007",
    "recursive-function",
    `${name} calls itself${by}. Functions are inlined, so they cannot be recursive.`,
    {
      help: "Use a 'track' for a value that builds on its previous one.",
    },
  );
}

/** In source order from the end, so that the first is taken first. */
function callsIn(node: unknown): ast.Call[] {
  const found: ast.Call[] = [];
  const visit = (child: unknown): void => {
    if (Array.isArray(child)) for (const each of child) visit(each);
    else if (child !== null && typeof child === "object") {
      if ((child as ast.Expression).kind === "call") found.push(child as ast.Call);
      for (const each of Object.values(child)) if (typeof each === "object") visit(each);
    }
  };
  visit(node);
  return found.reverse();
}
