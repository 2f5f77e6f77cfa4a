// Calls: a function of the file is inlined, a catalogue operator applied, a sequence operator rewritten, a reduction folded.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { applyOperator } from "./apply.ts";
import { matchArguments } from "./arguments.ts";
import { checkComparable } from "./comparisons.ts";
import { changeTo, complain, didYouMean, notYet } from "./complain.ts";
import type { Context, Lowered } from "./context.ts";
import { elaborateColumn } from "./data-values.ts";
import { guess } from "./effort.ts";
import { inlineFn } from "./fns.ts";
import { compareWithGroup, leavesOutGroup } from "./group-operators.ts";
import { functionCalled } from "./habits.ts";
import { listMeaning } from "./list-calls.ts";
import { noteOperator } from "./notes.ts";
import { isReduction, reduceElements } from "./reductions.ts";
import { resolveNames } from "./resolve.ts";
import { rewrites } from "./rewrites.ts";
import { scenarioPatterns } from "./scenario-patterns.ts";
import { checkTextArguments } from "./text-arguments.ts";

const callableNames = [...operatorByName].filter(([, operator]) => operator.symbol === undefined).map(([name]) => name);

export function elaborateCall(call: ast.Call, context: Context): Lowered | undefined {
  const name = call.callee.text;
  const fn = context.fns.get(name);
  if (fn !== undefined) return inlineFn(fn, call, context);
  if (name === "column" && context.place === "data") return elaborateColumn(call, context);
  const operator = operatorByName.get(name);
  // Infix operators have records, but nobody writes add(a, b).
  if (operator === undefined || operator.symbol !== undefined) {
    for (const argument of call.args) resolveNames(argument, context);
    return name === "" ? context.fail() : unknownOperator(call, context);
  }
  noteOperator(context, call.callee, operator.name);
  return callOperator(operator, call, context);
}

function callOperator(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const pattern = scenarioPatterns.get(operator.name);
  const rewrite = rewrites.get(operator.name);
  if (pattern !== undefined && context.place === "scenario") return pattern(operator, call, context);
  if (rewrite !== undefined) return rewrite(operator, call, context);
  if (leavesOutGroup(operator, call)) return compareWithGroup(operator, call, context);
  if (operator.rewritten) {
    for (const argument of call.args) resolveNames(argument, context);
    return outOfPlace(operator, call, context);
  }
  if (isReduction(operator, call)) return reduceElements(operator, call, context);
  const filled = matchArguments(operator, call, context);
  const [a, b] = filled ?? [];
  const ofList = filled && listMeaning(operator, filled, call, context);
  if (ofList !== undefined) return ofList();
  if ((operator.name === "same" || operator.name === "contains_element") && a && b && !checkComparable(a, b, call, context))
    return undefined;
  return filled && checkTextArguments(operator, filled, context) ? applyOperator(operator, filled, call, context) : undefined;
}

/** Operators that mean something in one place only. */
function outOfPlace(operator: Operator, call: ast.Call, context: Context): undefined {
  if (operator.category === "scenario") {
    const message = `'${operator.name}' describes how a signal moves in a scenario; it has no meaning here.`;
    return complain(context, call, "N006", "scenario-pattern", message, {
      help: "Use it as the value of a signal inside 'scenario'.",
    });
  }
  if (operator.name !== "potential" && operator.name !== "progress") return notYet(context, call, `'${operator.name}'`);
  return complain(
    context,
    call,
    "M020",
    "potential-outside-shaping",
    `'${operator.name}(…)' is what a shaping pays by; it has no value of its own.`,
    {
      help: `Write 'shaping name = ${operator.name}(…)'.`,
    },
  );
}

/** A call of something that is neither a function of the file nor in the catalogue. */
export function unknownOperator(call: ast.Call, context: Context): undefined {
  const { callee } = call;
  const name = callee.text;
  if (context.isOpen) return context.fail();
  const symbol = operatorByName.get(name)?.symbol;
  if (symbol !== undefined) {
    return complain(context, callee, "N005", "unknown-operator", `'${name}' is written '${symbol}'.`, {
      help: `Write it between its arguments: 'a ${symbol} b'.`,
    });
  }
  if (context.scope.values.has(name) || context.locals.has(name)) {
    const message = `'${name}' is a value, not a function.`;
    return complain(context, callee, "N005", "unknown-operator", message, {
      help: "Leave the parentheses out, or write '*' before them.",
    });
  }
  const habit = functionCalled(call, context.text);
  if (habit !== undefined) {
    const message = `There is no '${name}(…)' here; it is written '${habit.write}'.`;
    return complain(context, callee, "N005", "unknown-operator", message, {
      help: `Replace it by '${habit.write}'.`,
      fixes: habit.fixes,
    });
  }
  const close = guess(name, [...context.fns.keys(), ...callableNames], context);
  return complain(context, callee, "N005", "unknown-operator", `There is no operator or function called '${name}'.`, {
    help:
      name === "route"
        ? "Dispatch with 'match': 'match domain { \"maths\" => a, else => b }'."
        : didYouMean(close, "Declare it at the top of the file: 'fn name(x) = …'."),
    fixes: name === "route" ? [] : changeTo(callee, close),
  });
}
