// Functions of the file are inlined at each call and checked anew there, so one serves any unit, text or vector.
import type * as ast from "../../grammar/ast.ts";
import { changeTo, complain, didYouMean, notYet } from "./complain.ts";
import type { Context, FnBinding, Lowered, Operand } from "./context.ts";
import { mayInline } from "./effort.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { noteReference } from "./notes.ts";
import { enter, noScope, refuseBroken } from "./outside.ts";
import { resolveNames } from "./resolve.ts";
import { nearest } from "./suggest.ts";

export function inlineFn(fn: FnBinding, call: ast.Call, context: Context): Lowered | undefined {
  const { callee } = call;
  noteReference(context, callee, fn.definition);
  const locals = bindArguments(fn, call, context);
  const isBroken = !fn.isWhole || fn.unusable === "recursive";
  if (isBroken) refuseBroken(fn.definition, callee, context);
  if (isBroken && fn.home.file !== context.file) return undefined;
  if (fn.unusable) return context.fail();
  if (locals === undefined || !mayInline(fn, call, context)) return undefined;
  return elaborate(fn.ast.body, {
    ...enter(fn.definition, fn.home, call, context),
    locals,
    scope: noScope,
    calls: [...context.calls, { name: callee.text, at: { start: call.start, end: call.end }, fn }],
  });
}

type Locals = Map<string, { definition: FnBinding["definition"]; operand: Operand | undefined }>;

function bindArguments(fn: FnBinding, call: ast.Call, context: Context): Locals | undefined {
  const given = assign(fn, call, context);
  if (given === undefined) {
    for (const argument of call.args) resolveNames(argument, context);
    return undefined;
  }
  const locals: Locals = new Map();
  let isWhole = true;
  for (const param of fn.ast.params) {
    const written = given.get(param);
    const value = written ?? param.default;
    if (value === undefined) {
      isWhole = false;
      locals.set(param.name.text, { definition: parameterDefinition(param, fn.definition.file), operand: undefined });
      const message = `'${signatureOf(fn)}' needs '${param.name.text}'.`;
      if (!call.args.some((argument) => argument.value.kind === "missing")) {
        complain(context, call, "T019", "missing-argument", message, { help: "Give it as the next argument, or by name." });
      }
      continue;
    }
    const operand = elaborateOperand(value, written === undefined ? withDefaults(fn, call, locals, context) : context);
    if (operand === undefined) isWhole = false;
    locals.set(param.name.text, { definition: parameterDefinition(param, fn.definition.file), operand });
  }
  return isWhole ? locals : undefined;
}

/** A function, and what its parameters are where nothing is given, sees nothing of the reward that calls it. */
function withDefaults(fn: FnBinding, call: ast.Call, locals: Locals, context: Context): Context {
  return { ...enter(fn.definition, fn.home, call, context), locals, scope: noScope };
}

function assign(fn: FnBinding, call: ast.Call, context: Context): Map<ast.FnParam, ast.Expression> | undefined {
  const given = new Map<ast.FnParam, ast.Expression>();
  const { params } = fn.ast;
  let position = 0;
  for (const argument of call.args) {
    if (argument.for !== undefined || argument.where !== undefined)
      return notYet(context, argument, "'for' and 'where' in an argument");
    const { name } = argument;
    const param = name === undefined ? params[position++] : params.find((candidate) => candidate.name.text === name.text);
    if (param === undefined && name !== undefined) {
      const close = nearest(
        name.text,
        params.map((candidate) => candidate.name.text),
      );
      const message = `'${signatureOf(fn)}' has no parameter '${name.text}'.`;
      return complain(context, name, "T018", "unknown-argument", message, {
        help: didYouMean(close, "Give it by position, or under one of those names."),
        fixes: changeTo(name, close),
      });
    }
    if (param === undefined) {
      const message = `'${signatureOf(fn)}' takes ${params.length} argument${params.length === 1 ? "" : "s"}; this one is too many.`;
      return complain(context, argument, "T017", "too-many-arguments", message, {
        help: "Remove it, or add a parameter to the function.",
      });
    }
    if (name !== undefined) noteReference(context, name, parameterDefinition(param, fn.definition.file));
    const before = given.get(param);
    if (before !== undefined) {
      return complain(
        context,
        argument,
        "T016",
        "argument-twice",
        `'${param.name.text}' of '${signatureOf(fn)}' is given twice.`,
        {
          help: "Keep one of them.",
          related: [{ start: before.start, end: before.end, message: "given here first" }],
        },
      );
    }
    given.set(param, argument.value);
  }
  return given;
}

function signatureOf({ ast: { name, params } }: FnBinding): string {
  return `${name.text}(${params.map((param) => param.name.text).join(", ")})`;
}

const definitions = new WeakMap<ast.FnParam, FnBinding["definition"]>();

/** One definition per parameter, however often the function is inlined. */
export function parameterDefinition(param: ast.FnParam, file: string | undefined): FnBinding["definition"] {
  const known = definitions.get(param);
  if (known !== undefined) return known;
  const { name } = param;
  const nameSpan = { start: name.start, end: name.end };
  const made = {
    kind: "fn-param" as const,
    name: name.text,
    nameSpan,
    declaration: param,
    ...(file === undefined ? {} : { file }),
  };
  definitions.set(param, made);
  return made;
}
