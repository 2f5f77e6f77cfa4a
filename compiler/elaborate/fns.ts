// Functions of the file are inlined at each call and checked anew there, so one serves any unit, text or vector.
import type * as ast from "../../grammar/ast.ts";
import { complain, type Context, type FnBinding, type Lowered, type Operand } from "./context.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { elaboratePattern } from "./literals.ts";

export function inlineFn(fn: FnBinding, call: ast.Call, context: Context): Lowered | undefined {
  const { callee } = call;
  context.model.references.push({ start: callee.start, end: callee.end, definition: fn.definition });
  if (context.calls.some((outer) => outer.name === callee.text)) {
    return complain(context, callee, "N007", "recursive-function", `'${callee.text}' calls itself. Functions are inlined, so they cannot be recursive.`, {
      help: "Use a 'track' for a value that builds on its previous one.",
    });
  }
  const locals = bindArguments(fn, call, context);
  if (locals === undefined) return undefined;
  const inside: Context = {
    ...context,
    locals,
    scope: { ...context.scope, values: new Map(), scenarios: new Map() },
    calls: [...context.calls, { name: callee.text, at: { start: call.start, end: call.end } }],
  };
  const value = elaborate(fn.ast.body, inside);
  if (value !== undefined) context.infos.set(call, value.info);
  return value;
}

type Locals = Map<string, { definition: FnBinding["definition"]; operand: Operand | undefined }>;

function bindArguments(fn: FnBinding, call: ast.Call, context: Context): Locals | undefined {
  const locals: Locals = new Map();
  const signature = `${fn.ast.name.text}(${fn.ast.params.map((param) => param.name.text).join(", ")})`;
  let position = 0;
  for (const argument of call.args) {
    const name = argument.name?.text ?? fn.ast.params[position++]?.name.text;
    const param = fn.ast.params.find((candidate) => candidate.name.text === name);
    if (param === undefined || locals.has(param.name.text)) {
      return complain(context, argument, "T017", "too-many-arguments", `This argument does not fit '${signature}'.`);
    }
    const operand = elaboratePattern(argument.value, context);
    if (operand === undefined) return undefined;
    locals.set(param.name.text, { definition: parameterDefinition(param), operand });
  }
  for (const param of fn.ast.params) {
    if (locals.has(param.name.text)) continue;
    if (param.default === undefined) {
      return complain(context, call, "T019", "missing-argument", `'${signature}' needs '${param.name.text}'.`);
    }
    const operand = elaborateOperand(param.default, { ...context, locals });
    locals.set(param.name.text, { definition: parameterDefinition(param), operand });
  }
  return locals;
}

const definitions = new WeakMap<ast.FnParam, FnBinding["definition"]>();

/** One definition per parameter, however often the function is inlined. */
export function parameterDefinition(param: ast.FnParam): FnBinding["definition"] {
  const known = definitions.get(param);
  if (known !== undefined) return known;
  const made = { kind: "fn-param" as const, name: param.name.text, nameSpan: param.name, declaration: param };
  definitions.set(param, made);
  return made;
}
