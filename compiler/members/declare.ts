// Enters a name into its namespace; a name used twice is reported at both places.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { builtinValues, specialValues } from "../elaborate/builtins.ts";
import { complain, type Context } from "../elaborate/context.ts";
import type { Definition, DefinitionKind } from "../model.ts";
import type { Work } from "./reward-parts.ts";

type Named = (ast.Declaration | ast.Member) & { name: ast.Name };

export function define(kind: DefinitionKind, declaration: Named): Definition {
  const { name, doc } = declaration;
  return { kind, name: name.text, nameSpan: { start: name.start, end: name.end }, declaration, ...(doc === undefined ? {} : { doc }) };
}

/** The definition, or undefined where the name is missing or taken. */
export function declare<T>(
  work: Work,
  kind: DefinitionKind,
  declaration: Named,
  space: Map<string, T>,
  definitionOf: (entry: T) => Definition,
): Definition | undefined {
  if (declaration.name.text === "") return undefined;
  const definition = define(kind, declaration);
  work.definitions.push(definition);
  const taken = space.get(definition.name);
  if (taken !== undefined) return complainTwice(work.context, definition, definitionOf(taken));
  hintShadowing(work.context, definition);
  return definition;
}

export function complainTwice(context: Context, definition: Definition, before: Definition): undefined {
  return complain(context, definition.nameSpan, "N020", "duplicate-name", `'${definition.name}' is already declared as a ${before.kind}.`, {
    help: "Give one of them another name.",
    related: [{ ...before.nameSpan, message: "declared here first" }],
  });
}

const redeclarable: ReadonlySet<string> = new Set(["terminated", "truncated"]);

function hintShadowing(context: Context, definition: Definition): void {
  const isValue = ["signal", "param", "let", "track", "goal", "probe"].includes(definition.kind);
  if (!isValue || redeclarable.has(definition.name)) return;
  const builtin = builtinValues.has(definition.name) || specialValues.has(definition.name);
  const operator = operatorByName.get(definition.name);
  if (!builtin && (operator === undefined || operator.symbol !== undefined)) return;
  complain(context, definition.nameSpan, "N021", "shadowed-name", `'${definition.name}' hides the built-in ${builtin ? "value" : "operator"} of that name in this reward.`, {
    severity: "hint",
  });
}
