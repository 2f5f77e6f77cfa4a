// The bodies of functions where they are declared: what their names stand for, and whether one calls itself.
// Everything else about them is settled at each call.
import type * as ast from "../grammar/ast.ts";
import { unknownOperator } from "./elaborate/calls.ts";
import { complain } from "./elaborate/complain.ts";
import type { Context, FnBinding } from "./elaborate/context.ts";
import { parameterDefinition } from "./elaborate/fns.ts";
import { unknownName } from "./elaborate/names.ts";
import { resolveNames } from "./elaborate/resolve.ts";
import { callsIn } from "./elaborate/walk.ts";

export function readFns(context: Context): void {
  for (const fn of ownFns(context)) {
    checkParameters(fn, context);
    const inside: Context = { ...context, place: "function", locals: localsOf(fn) };
    const unknown = (use: ast.NameRef | ast.Call) =>
      void (use.kind === "name" ? unknownName(use, inside) : unknownOperator(use, inside));
    for (const param of fn.ast.params) resolveNames(param.default, inside, unknown);
    resolveNames(fn.ast.body, inside, unknown);
  }
  refuseRecursion(context);
}

/** Those of used files are read there. */
function ownFns(context: Context): FnBinding[] {
  return [...context.fns.values()].filter(({ home }) => home.file === context.file);
}

function localsOf({ ast: fn, definition: { file } }: FnBinding): Context["locals"] {
  return new Map(
    fn.params.map((param) => [param.name.text, { definition: parameterDefinition(param, file), operand: undefined }]),
  );
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
  const own = new Set(ownFns(context));
  for (const start of own) {
    // Depth first, with a stack of its own: calls may be nested as deep as the file is long.
    const path = done.has(start) ? [] : [{ fn: start, calls: callsIn(start.ast.body).values() }];
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.calls.next();
      const called = next.done ? undefined : context.fns.get(next.value.callee.text);
      if (next.done) {
        done.add(last.fn);
        path.pop();
      } else if (called !== undefined && own.has(called) && !done.has(called)) {
        const circle = path.map(({ fn }) => fn).slice(path.findIndex(({ fn }) => fn === called));
        if (path.some(({ fn }) => fn === called)) complainRecursion(circle, next.value, context);
        else path.push({ fn: called, calls: callsIn(called.ast.body).values() });
      }
    }
  }
}

function complainRecursion(circle: FnBinding[], call: ast.Call, context: Context): void {
  for (const fn of circle) fn.unusable = "recursive";
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
