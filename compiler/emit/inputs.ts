// Reading and checking inputs in generated code: one rule per signal, one call per value. It must not know what they are for.
import { elementShape, inputRule } from "../../runtime/inputs.ts";
import type { SignalDeclaration, ValueType } from "../../runtime/program.ts";
import type { InputRule } from "../../runtime/validate-input.ts";
import { type Emission, typeText } from "./emission.ts";
import { propertyKey } from "./names.ts";
import { quote } from "./syntax-javascript.ts";
import { record, spread } from "./text.ts";

/** Signals whose values are read; what a log recorded under these two names is no input. */
export const readSignals = (emission: Emission): SignalDeclaration[] =>
  emission.program.signals.filter(({ name, timing }) => timing !== "step" || !["terminated", "truncated"].includes(name));

/** `const inputs = { … }`: what each signal's declaration demands. */
export function printInputRules(emission: Emission): string[] {
  const signals = readSignals(emission);
  if (signals.length === 0) return [];
  return ["const inputs = {", ...signals.flatMap((signal) => printRule(emission, signal)).map((line) => `  ${line}`), "};"];
}

function printRule(emission: Emission, signal: SignalDeclaration): string[] {
  const rule = inputRule(signal);
  const more: [string, string][] = [];
  const add = (key: keyof InputRule, value: string, when: boolean) => when && more.push([key, value]);
  // A bool is 0 or 1 by its kind, and alternatives have their own lengths.
  const bounded = rule.kind !== "bool" && rule.alternatives === undefined;
  add("lo", String(rule.lo), bounded && rule.lo !== -Infinity && !(rule.kind === "text" && rule.lo === 0));
  add("hi", String(rule.hi), bounded && rule.hi !== Infinity);
  for (const flag of ["integer", "optional", "saturates"] as const) add(flag, "true", rule[flag]);
  add("fallback", JSON.stringify(rule.fallback), rule.fallback !== undefined);
  add("alternatives", `[${(rule.alternatives ?? []).map(quote).join(", ")}]`, rule.alternatives !== undefined);
  const args = [quote(rule.name), quote(rule.kind), ...(more.length > 0 ? [record(more)] : [])];
  return spread(`${propertyKey(signal.name)}: ${emission.use("input")}(`, args, "),");
}

/** `const x = read…(raw, inputs.x, step, ledger.invalid);`, or the call alone where nothing reads the value. */
export function readSignal(emission: Emission, signal: SignalDeclaration, raw: string, step: string): string {
  const { program, plan, composer, names } = emission;
  const call = readCall(emission, signal, raw, step);
  const nodes = plan.order.filter((id) => {
    const node = program.nodes[id];
    return node.op === "signal" && node.name === signal.name;
  });
  if (nodes.length === 0) return `${call};`;
  const identifier = names.claim(signal.name, "Value");
  for (const id of nodes) composer.name(id, identifier);
  return `const ${identifier} = ${call};`;
}

function readCall(emission: Emission, { name, type }: SignalDeclaration, raw: string, step: string): string {
  const rest = `inputs.${name}, ${step}, ledger.invalid`;
  if (type.kind === "vector") return `${emission.use("readComponents")}(${raw}, ${type.size}, ${rest})`;
  if (type.kind === "text") return `${emission.use("readText")}(${raw}, ${rest})`;
  if (type.kind !== "list") return `${emission.use("readNumber")}(${raw}, ${rest})`;
  const shape = elementShape(type.of).map(String).join(", ");
  return `${emission.use("readList")}(${raw}, [${shape}], ${rest})${emission.typed ? ` as ${typeText(type)}` : ""}`;
}

/** How people write a value of a type in the JSON of an episode. */
export function rawType(type: ValueType): string {
  switch (type.kind) {
    case "number":
      return "number";
    case "bool":
      return "boolean | 0 | 1";
    case "text":
      return type.alternatives?.map(quote).join(" | ") ?? "string";
    case "vector":
      return type.of === "bool" ? "(boolean | 0 | 1)[]" : "number[]";
    case "list": {
      const element = rawType(type.of);
      return element.includes("|") ? `(${element})[]` : `${element}[]`;
    }
  }
}
