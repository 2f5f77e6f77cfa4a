// Stepping from the file that is compiled into one that it uses, so that names there mean what they mean there.
import type { Span } from "../../grammar/span.ts";
import { relativePath } from "../files/path.ts";
import { type Definition, placeOf } from "../model.ts";
import type { Context, FileScope } from "./context.ts";

/** A function or set sees nothing of the reward that uses it. */
export const noScope: Context["scope"] = { values: new Map(), terms: new Map(), worlds: new Map() };

/** The context for what `definition` is made of; `at` is where it is used. */
export function enter(definition: Definition, home: FileScope, at: Span, context: Context): Context {
  if (home.file === context.file) return context;
  const { text, file, head, units, brokenUnits, unitDefinitions, fns, sets, isOpen } = home;
  const name = definition.kind === "fn" ? `${definition.name}(…)` : `'${definition.name}'`;
  const outside = context.outside ?? { at: { start: at.start, end: at.end }, name };
  const inside = { ...context, text, file, head, units, brokenUnits, unitDefinitions, fns, sets, isOpen, outside };
  return { ...inside, scope: noScope, body: undefined, fail: () => refuseBroken(definition, outside.at, context) };
}

/** What has an error where it is declared cannot be used: silently where this file tells it already. */
export function refuseBroken(definition: Definition | undefined, at: Span, context: Context): undefined {
  if (definition?.file === undefined || definition.file === context.file) return context.fail();
  const { start, end } = context.outside?.at ?? at;
  const where = relativePath(context.path, definition.file);
  context.report({
    code: "F008",
    rule: "broken-import",
    severity: "error",
    start,
    end,
    message: `'${definition.name}' has an error in "${where}", so it cannot be used.`,
    help: "Open that file and mend it.",
    related: [{ ...placeOf(definition), message: "declared here" }],
  });
  return undefined;
}
