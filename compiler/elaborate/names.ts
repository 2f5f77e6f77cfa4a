// What a name means: a parameter of the function being inlined, a value of the reward, a scenario, a built-in value or a constant.
import type * as ast from "../../grammar/ast.ts";
import { complain, type Context, type Lowered, type Operand } from "./context.ts";
import { lowerBuiltin } from "./builtins.ts";
import { makeNumber } from "./make.ts";
import { lowerScenario } from "./scenario-values.ts";
import { nearest } from "./suggest.ts";

const constants: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

export function elaborateName(name: ast.NameRef, context: Context): Operand | undefined {
  const local = context.locals.get(name.name);
  if (local !== undefined) {
    context.model.references.push({ start: name.start, end: name.end, definition: local.definition });
    return local.operand;
  }
  if (context.place === "expect") {
    const scenario = context.scope.scenarios.get(name.name);
    if (scenario !== undefined) {
      context.model.references.push({ start: name.start, end: name.end, definition: scenario });
      return lowerScenario(name.name, undefined, name, context);
    }
  }
  const binding = context.scope.values.get(name.name);
  if (binding !== undefined) {
    context.model.references.push({ start: name.start, end: name.end, definition: binding.definition });
    return binding.lower(name);
  }
  const constant = constants.get(name.name);
  if (constant !== undefined) {
    context.model.builtins.push({ start: name.start, end: name.end, builtin: name.name });
    const value = makeNumber(context, constant, name);
    return { ...value, info: { ...value.info, unitFree: false } };
  }
  const builtin = lowerBuiltin(name, context);
  return builtin === "unknown" ? unknownName(name, context) : builtin;
}

function unknownName(name: ast.NameRef, context: Context): Lowered | undefined {
  if (context.scope.terms.has(name.name)) {
    return complain(context, name, "N002", "term-as-value", `'${name.name}' is a term; its value cannot be read here.`, {
      help: `Name what it computes with 'let', or write 'terms.${name.name}' inside 'total'.`,
    });
  }
  if (context.scope.scenarios.has(name.name)) {
    return complain(context, name, "N003", "scenario-as-value", `'${name.name}' is a scenario; what it pays can only be used in 'expect'.`);
  }
  const names = [...context.locals.keys(), ...context.scope.values.keys(), ...(context.place === "expect" ? context.scope.scenarios.keys() : [])];
  const close = nearest(name.name, names);
  return complain(context, name, "N001", "unknown-name", `Nothing here is called '${name.name}'.`, {
    help: close ? `Did you mean '${close}'?` : `Declare it: 'signal ${name.name} : number', 'param' or 'let'.`,
    fixes: close ? [{ title: `Change to '${close}'`, safe: false, edits: [{ start: name.start, end: name.end, text: close }] }] : [],
  });
}
