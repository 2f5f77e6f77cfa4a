// What the variable of a `for` is, so that all its uses lead to one place.
import type * as ast from "../../grammar/ast.ts";
import type { Definition } from "../model.ts";

const definitions = new WeakMap<ast.Clause, Definition>();

/** One definition per `for`, however often it is inlined. */
export function elementDefinition(clause: ast.Clause): Definition {
  const known = definitions.get(clause);
  if (known !== undefined) return known;
  const { variable } = clause;
  const made: Definition = { kind: "element", name: variable.text, nameSpan: variable, declaration: variable };
  definitions.set(clause, made);
  return made;
}
