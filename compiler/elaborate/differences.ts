// Operators that look one step back: `prev` and what follows from it.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { hull } from "../../runtime/interval.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Info } from "../model.ts";
import { leastTrust } from "../types/trust.ts";
import { SECOND } from "../types/units.ts";
import { aType, isText, NUMBER, typeFits } from "../types/value-types.ts";
import { assignArguments } from "./arguments.ts";
import { missingStepLength } from "./builtins.ts";
import { commonUnit, requirePresent } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborate } from "./expression.ts";
import { applyInfix } from "./infix.ts";
import { constantInfo, make, makeNumber } from "./make.ts";
import { noteReference } from "./notes.ts";
import { fillVector } from "./states.ts";
import { stepValue } from "./step-value.ts";

/** `prev(x)`, `prev(x, init)`, and `prev(track)`, which alone may name a track in its own definition. */
export function rewritePrev(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const given = assignArguments(operator, call, context);
  const x = given?.get("x")?.[0];
  const init = given?.get("init")?.[0];
  if (x === undefined) return undefined;
  const track = trackOf(x, context);
  if (track !== undefined) return previousOfTrack(track, x, init, context);
  const part = stepValue(operator, x, context);
  const start = init && elaborate(init, context);
  if (part === undefined || (init !== undefined && start === undefined)) return undefined;
  return previousOf(part, init && { value: start!, span: init }, call, context);
}

function trackOf(expression: ast.Expression, context: Context): ast.NameRef | undefined {
  if (expression.kind === "paren") return trackOf(expression.inner, context);
  if (expression.kind !== "name" || context.locals.has(expression.name)) return undefined;
  return context.scope.values.get(expression.name)?.lowerPrevious === undefined ? undefined : expression;
}

function previousOfTrack(
  name: ast.NameRef,
  written: ast.Expression,
  init: ast.Expression | undefined,
  context: Context,
): Lowered | undefined {
  const track = context.scope.values.get(name.name)!;
  noteReference(context, name, track.definition);
  const previous = track.lowerPrevious!();
  if (previous !== undefined) for (const expression of [name, written]) context.infos.set(expression, previous.info);
  if (init === undefined) return previous;
  const { start, end } = track.definition.nameSpan;
  return complain(
    context,
    init,
    "T017",
    "too-many-arguments",
    `Before the first step the track '${name.name}' has the value it starts with, so 'prev' takes no other one.`,
    {
      help: "Leave the second argument out, or change what the track starts with.",
      related: [{ start, end, message: "its 'starts' is said here" }],
    },
  );
}

/** The value on the previous record; before the first one `init`, else the value itself. */
export function previousOf(part: Placed, init: Placed | undefined, call: Span, context: Context): Lowered | undefined {
  const { info, node } = part.value;
  if (init === undefined) {
    // What does not change is the same on the previous record.
    return info.timing === "constant" || info.timing === "start"
      ? part.value
      : make(context, { op: "prev", args: [node] }, info, call);
  }
  if (!checkStart(part, init, context)) return undefined;
  const unit = isText(info.type) ? { unit: info.unit, unitFree: false } : commonUnit(context, [part, init], "one value");
  if (unit === undefined) return undefined;
  const from = fillVector(init.value, info, context);
  const trust = leastTrust(info.trust, init.value.info.trust);
  const meaning: Info = { ...info, ...unit, trust, timing: "step", range: hull(info.range, init.value.info.range) };
  return make(context, { op: "prev", args: [node, from.node] }, meaning, call);
}

function checkStart(part: Placed, init: Placed, context: Context): boolean {
  if (!requirePresent(context, init)) return false;
  const [text, wanted, given] = [excerpt(context, init.span), part.value.info.type, init.value.info];
  const related = [{ start: part.span.start, end: part.span.end, message: aType(wanted) }];
  if (!typeFits(wanted, given.type)) {
    const message = `The first value '${text}' is ${aType(given.type)}, but '${excerpt(context, part.span)}' is ${aType(wanted)}.`;
    complain(context, init.span, "T044", "first-value-type", message, {
      help: "Start from a value of the same kind; a single one fills a vector.",
      related,
    });
    return false;
  }
  if (given.timing !== "end" && given.timing !== "group") return true;
  complain(context, init.span, "T010", "timing-mismatch", `The first value '${text}' is only known when the episode has ended.`, {
    help: "Start from a constant, or from a value 'at start'.",
    related,
  });
  return false;
}

export function difference(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const before = previousOf(x, undefined, call, context);
  return before && applyInfix("-", [x, { value: before, span: x.span }], call, context);
}

export function rateOf(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const { dt } = context.settings;
  if (dt === undefined) return missingStepLength(call.callee, "'rate_of'", context);
  const change = difference(x, call, context);
  const step = makeNumber(context, dt);
  const timed: Lowered = { ...step, info: { ...constantInfo(NUMBER, step.info.range), unit: SECOND } };
  return (
    change &&
    applyInfix(
      "/",
      [
        { value: change, span: call },
        { value: timed, span: call },
      ],
      call,
      context,
    )
  );
}

/** The step on which a condition begins or ceases to hold. */
export function edge(b: Placed, direction: "rising" | "falling", call: ast.Call, context: Context): Lowered | undefined {
  const before = previousOf(b, undefined, call, context);
  if (before === undefined) return undefined;
  const then = { value: before, span: b.span };
  const [holds, other] = direction === "rising" ? [b, then] : [then, b];
  const negated = applyInfix("not", [other], call, context);
  return negated && applyInfix("and", [holds, { value: negated, span: call }], call, context);
}
