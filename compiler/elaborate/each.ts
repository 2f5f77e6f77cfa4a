// `[e for x in xs where c]`, and the same clause inside a reduction: a list made of each element of another.
// It must not know what the list is for.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { openBounds } from "../../runtime/bodies.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Parameter } from "../../runtime/operators/operator.ts";
import type { ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { aType, elementType, isScalar, listType, vectorType } from "../types/value-types.ts";
import { applyOperator } from "./apply.ts";
import { combine, requirePresent } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered, type LoweredRange } from "./context.ts";
import { elementDefinition } from "./element.ts";
import { elaborate, elaborateCondition, elaborateOperand } from "./expression.ts";
import { make } from "./make.ts";
import { resolveNames } from "./resolve.ts";

/** What a list builder and an argument with `for` have in common. */
export interface Each {
  value: ast.Expression;
  for: ast.Clause;
  where?: ast.Expression;
}

export function elaborateEach(each: Each, span: Span, context: Context): Lowered | undefined {
  const collection = elaborateCollection(each.for.source, context);
  if (collection === undefined) {
    resolveNames({ ...each, name: undefined, start: span.start, end: span.end } as ast.Argument, context);
    return undefined;
  }
  const { variable } = each.for;
  const element: Info = { ...collection.info, type: memberType(collection.info.type), optional: false };
  const bound = make(context, { op: "bound", args: [collection.node], name: variable.text }, element, variable);
  const locals = new Map(context.locals).set(variable.text, { definition: elementDefinition(each.for), operand: bound });
  const inside: Context = { ...context, locals };
  const where = each.where && elaborateCondition(each.where, inside, "'where'");
  const body = elaborate(each.value, inside);
  if (body === undefined || (each.where !== undefined && where === undefined)) return undefined;
  if (!requirePresent(context, { value: body, span: each.value })) return undefined;
  const parts = [
    { value: collection, span: each.for.source },
    { value: body, span: each.value },
    ...(where ? [{ value: where, span: each.where! }] : []),
  ];
  const together = combine(context, parts);
  if (together === undefined) return undefined;
  if (!parts.slice(1).every(({ value, span: at }) => checkMemory(value.node, at, context))) return undefined;
  const info: Info = {
    ...body.info,
    ...together,
    unitFree: false,
    type: listOf(body.info.type, collection.info.type, where !== undefined),
  };
  // Read here, not before: a goal may have settled them.
  const args = parts.map(({ value }) => value.node) as [number, number] | [number, number, number];
  return make(context, { op: "for", args, bound: bound.node }, info, span);
}

/** A vector, a list, or the whole numbers of a range. */
function elaborateCollection(source: ast.Expression, context: Context): Lowered | undefined {
  const operand = elaborateOperand(source, context);
  if (operand === undefined) return undefined;
  if (operand.kind === "range") return wholeNumbers(operand, source, context);
  if (!requirePresent(context, { value: operand, span: source })) return undefined;
  if (!isScalar(operand.info.type)) return operand;
  const message = `'for' goes through a vector, a list or a range, but '${excerpt(context, source)}' is ${aType(operand.info.type)}.`;
  const help =
    operand.info.type.kind === "text"
      ? "Take it apart first: 'words(t)' or 'lines(t)'."
      : "Count with a range: 'for k in 0..n - 1'.";
  return complain(context, source, "T065", "for-in-what", message, { help });
}

function wholeNumbers({ lo, hi }: LoweredRange, source: ast.Expression, context: Context): Lowered | undefined {
  const operator = operatorByName.get("integers")!;
  const ends = source.kind === "binary" ? [source.left, source.right] : [source, source];
  const filled = [lo, hi].map((value, index) => ({
    value,
    span: ends[index]!,
    parameter: operator.parameters[index] as Parameter,
  }));
  return applyOperator(operator, filled, source, context);
}

/** Of a list of vectors each element is a vector. */
function memberType(type: ValueType): ValueType {
  return type.kind === "list" ? type.of : elementType(type);
}

/** Every element of a vector gives one element, so that the length stays known. */
function listOf(body: ValueType, collection: ValueType, filtered: boolean): ValueType {
  const isPlain = body.kind === "number" || body.kind === "bool";
  return collection.kind === "vector" && !filtered && isPlain ? vectorType(collection.size, body.kind) : listType(body);
}

const backwards: ReadonlySet<string> = new Set(["prev", "state", "previous", "aggregate", "window", "temporal"]);

/** An element has no record before this one: its place may hold another thing there, or nothing. */
function checkMemory(body: number, span: Span, context: Context): boolean {
  const { nodes } = context.builder;
  const open = openBounds(nodes);
  const seen = new Set([body]);
  for (const id of seen) {
    const node = nodes[id]!;
    if (open[id] === undefined) continue;
    if (backwards.has(node.op)) {
      complain(
        context,
        span,
        "T066",
        "memory-in-for",
        "Inside 'for' nothing can be remembered of an element, or folded over records.",
        {
          why: "A list may hold other things on the next record, so there is no previous value of one of its elements.",
          help: "Apply 'prev', 'delta' or 'over steps' to the whole vector outside, and go through the result.",
        },
      );
      return false;
    }
    for (const arg of "args" in node ? node.args : []) seen.add(arg);
  }
  return true;
}
