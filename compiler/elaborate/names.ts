// What a name means: a parameter of the function being inlined, a value of the reward, a scenario, a built-in value or a constant.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { type Definition, placeOf } from "../model.ts";
import { builtinValues, isBuiltinValue, lowerBuiltin, specialValues } from "./builtins.ts";
import { changeTo, complain, didYouMean } from "./complain.ts";
import { type Context, type Lowered, type Operand, scenarioNamed, type ValueBinding } from "./context.ts";
import { guess } from "./effort.ts";
import { valueCalled } from "./habits.ts";
import { noteReference } from "./notes.ts";
import { lowerScenario } from "./scenario-values.ts";

export function elaborateName(name: ast.NameRef, context: Context): Operand | undefined {
  const local = context.locals.get(name.name);
  if (local !== undefined) {
    if (local.definition.kind === "element") noteReference(context, name, local.definition);
    return local.operand;
  }
  const scenario = context.place === "expect" ? scenarioNamed(name.name, context) : undefined;
  if (scenario !== undefined) {
    noteReference(context, name, scenario);
    return lowerScenario(name.name, undefined, name, context);
  }
  const binding = context.scope.values.get(name.name);
  if (binding !== undefined) {
    noteReference(context, name, binding.definition);
    return lowerBinding(name, binding, context);
  }
  return isBuiltinValue(name.name) ? lowerBuiltin(name, context) : unknownName(name, context);
}

const outside: ReadonlyMap<Context["place"], string> = new Map([
  ["setting", "a setting holds for the whole reward, so it cannot change with what is observed"],
  ["scenario", "a scenario says what is observed, so it cannot ask for it"],
  ["data", "a data block computes signals from columns, so it cannot ask for them"],
  ["expect", "'expect' looks at what scenarios pay and show, such as 'honest.solved'"],
]);

/** Where nothing is observed, only what is known beforehand may be named. */
function lowerBinding(name: ast.NameRef, binding: ValueBinding, context: Context): Operand | undefined {
  const plain = binding.lower(name);
  const isFormula = context.inFormula && plain?.kind === "value" && plain.info.timing === "end";
  const operand = isFormula ? (binding.lowerInFormula?.() ?? plain) : plain;
  const why = outside.get(context.place);
  if (why === undefined || operand?.kind !== "value" || operand.info.timing === "constant") return operand;
  const { definition } = binding;
  return complain(context, name, "N023", "value-out-of-place", `'${name.name}' is a ${definition.kind}; ${why}.`, {
    help: context.place === "data" ? `Name its column: 'column("${name.name}")'.` : "Use numbers, params and constants.",
    related: [{ ...placeOf(definition), message: "declared here" }],
  });
}

/** What may have been meant by a name that stands for no value here. */
export function unknownName(name: ast.NameRef, context: Context): Lowered | undefined {
  const word = name.name;
  if (context.scope.terms.has(word)) {
    const help =
      context.place === "expect"
        ? `Name the scenario too: 'honest.${word}'.`
        : `Name what it computes with 'let', or write 'terms.${word}' inside 'total'.`;
    return complain(context, name, "N002", "term-as-value", `'${word}' is a term; its value cannot be read here.`, { help });
  }
  if (scenarioNamed(word, context) !== undefined) {
    const message = `'${word}' is a scenario; what it pays can only be used in 'expect'.`;
    return complain(context, name, "N003", "scenario-as-value", message, { help: "Name a signal, a param or a let." });
  }
  if (operatorByName.has(word) || context.fns.has(word)) {
    const message = `'${word}' is ${context.fns.has(word) ? "a function" : "an operator"}; it needs its arguments.`;
    return complain(context, name, "N024", "call-without-arguments", message, { help: `Write '${word}(…)'.` });
  }
  return complainUnknown(name, context);
}

function complainUnknown(name: ast.NameRef, context: Context): undefined {
  const { scope, locals, place } = context;
  const names = [...locals.keys(), ...scope.values.keys(), ...builtinValues.keys(), ...specialValues.keys()];
  if (place === "expect") names.push(...[...scope.worlds.values()].filter(isScenario).map((definition) => definition.name));
  const habit = valueCalled(name, context.text);
  if (habit !== undefined) return complain(context, name, "N001", "unknown-name", habit.message, habit);
  const close = guess(name.name, names, context);
  return complain(context, name, "N001", "unknown-name", `Nothing here is called '${name.name}'.`, {
    help: didYouMean(close, howToDeclare(name.name, context)),
    fixes: changeTo(name, close),
  });
}

const isScenario = ({ kind }: Definition) => kind === "scenario";

function howToDeclare(name: string, { place, calls }: Context): string {
  if (place === "function" || calls.length > 0) return "A function sees only its parameters: add one, and pass it in the call.";
  if (place === "file") return "Outside of rewards there are only numbers and units.";
  return place === "expect"
    ? `Declare it: 'scenario ${name} { … }'.`
    : `Declare it: 'signal ${name} : number', 'param' or 'let'.`;
}
