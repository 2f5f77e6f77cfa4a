// Calls: a function of the file is inlined, a catalogue operator applied, a sequence operator rewritten, a reduction folded.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { applyOperator } from "./apply.ts";
import { matchArguments } from "./arguments.ts";
import { complain, type Context, type Lowered, notYet } from "./context.ts";
import { elaborateColumn } from "./data-values.ts";
import { inlineFn } from "./fns.ts";
import { laterOperators } from "./later.ts";
import { isReduction, reduceElements } from "./reductions.ts";
import { rewrites } from "./rewrites.ts";
import { scenarioPatterns } from "./scenario-patterns.ts";
import { nearest } from "./suggest.ts";

const callableNames = [...operatorByName].filter(([, operator]) => operator.symbol === undefined).map(([name]) => name);

export function elaborateCall(call: ast.Call, context: Context): Lowered | undefined {
  const name = call.callee.text;
  if (name === "") return undefined;
  const fn = context.fns.get(name);
  if (fn !== undefined) return inlineFn(fn, call, context);
  if (name === "column" && context.place === "data") return elaborateColumn(call, context);
  const operator = operatorByName.get(name);
  // Infix operators have records, but nobody writes add(a, b).
  if (operator === undefined || operator.symbol !== undefined) return unknownOperator(call, context);
  context.model.operators.push({ start: call.callee.start, end: call.callee.end, operator: operator.name });
  const pattern = scenarioPatterns.get(operator.name);
  if (pattern !== undefined) {
    if (context.place === "scenario") return pattern(call, context);
    return complain(context, call, "N006", "scenario-pattern", `'${name}' describes how a signal moves in a scenario; it has no meaning here.`);
  }
  if (operator.name === "potential") {
    return complain(context, call, "M020", "potential-outside-shaping", "'potential(…)' is what a shaping pays by; it has no value of its own.", {
      help: "Write 'shaping name = potential(…)'.",
    });
  }
  const rewrite = rewrites.get(operator.name);
  if (rewrite !== undefined) return rewrite(call, context);
  if (operator.rewritten) return notYet(context, call, `'${name}'`);
  if (isReduction(operator, call)) return reduceElements(operator, call, context);
  const filled = matchArguments(operator, call, context);
  return filled && applyOperator(operator, filled, call, context);
}

function unknownOperator(call: ast.Call, context: Context): undefined {
  const name = call.callee.text;
  if (laterOperators.has(name)) return notYet(context, call.callee, `'${name}(…)'`);
  const close = nearest(name, [...context.fns.keys(), ...callableNames]);
  return complain(context, call.callee, "N005", "unknown-operator", `There is no operator or function called '${name}'.`, {
    help: close ? `Did you mean '${close}'?` : "Declare it at the top of the file: 'fn name(x) = …'.",
    fixes: close ? [{ title: `Change to '${close}'`, safe: false, edits: [{ start: call.callee.start, end: call.callee.end, text: close }] }] : [],
  });
}
