// Temporal logic: `always`, `eventually`, `until`, with windows and inside one another. Outermost a formula is asked on the first
// step and known at the end; inside another one it has a value on every step, which looks at later ones.
import type * as ast from "../../grammar/ast.ts";
import { TRUTH } from "../../runtime/interval.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Info } from "../model.ts";
import { leastTrust } from "../types/trust.ts";
import { PURE } from "../types/units.ts";
import { BOOL, isBool, isScalar } from "../types/value-types.ts";
import { assignArguments } from "./arguments.ts";
import { notACondition } from "./branches.ts";
import { requirePresent } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { type Window, windowOf } from "./durations.ts";
import { elaborate, elaborateCondition } from "./expression.ts";
import { make } from "./make.ts";
import { aggregateInfo } from "./over.ts";
import { readsAhead } from "./step-value.ts";

export type TemporalName = "always" | "eventually" | "until";

/** What folds the steps where nothing else is asked; it also folds a vector of conditions on one step. */
const folds = { always: "all", eventually: "any" } as const;

const EPISODE: Window = { from: 0, to: null };

export function rewriteTemporal(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const given = assignArguments(operator, call, context);
  if (given === undefined) return undefined;
  const name = operator.name as TemporalName;
  const conditions = operator.parameters.filter(({ type }) => type === "bool");
  const parts = conditions.map((parameter) => conditionOf(name, given.get(parameter.name)![0]!, context));
  const within = given.get("within")?.[0];
  const window = within === undefined ? EPISODE : windowOf(within, context);
  if (window === undefined || parts.some((part) => part === undefined)) return undefined;
  return temporal(name, parts as Lowered[], window, call, context);
}

/** A condition on every step, which may be a formula itself. */
function conditionOf(name: TemporalName, written: ast.Expression, context: Context): Lowered | undefined {
  const inside = { ...context, inFormula: true };
  const value =
    name === "until" ? elaborateCondition(written, inside, "'until'") : oneCondition(folds[name], name, written, inside);
  if (value === undefined) return undefined;
  if (value.info.timing !== "end" && value.info.timing !== "group") return value;
  const message = `'${name}' asks on every step, but '${excerpt(context, written)}' has only one value per episode.`;
  return complain(context, written, "T031", "not-a-step-value", message, { help: "Use a value that exists per step." });
}

function oneCondition(fold: "all" | "any", name: TemporalName, written: ast.Expression, context: Context): Lowered | undefined {
  const value = elaborate(written, context);
  if (value === undefined) return undefined;
  const part = { value, span: written };
  if (!requirePresent(context, part)) return undefined;
  if (!isBool(value.info.type)) return notACondition(part, `'${name}'`, context);
  if (isScalar(value.info.type)) return value;
  return make(context, { op: "reduce", operator: fold, args: [value.node] }, { ...value.info, type: BOOL }, written);
}

function temporal(
  name: TemporalName,
  parts: readonly Lowered[],
  window: Window,
  call: ast.Call,
  context: Context,
): Lowered | undefined {
  const [first] = parts as [Lowered, ...Lowered[]];
  const ahead = parts.some(({ node }) => readsAhead(context.builder.nodes, node));
  const isPlain = name !== "until" && window === EPISODE && !context.inFormula && !ahead;
  if (isPlain) {
    const operator = operatorByName.get(folds[name])!;
    const meaning = aggregateInfo(operator, first.info, "steps", context);
    return make(context, { op: "aggregate", operator: operator.name, axis: "steps", args: [first.node] }, meaning, call);
  }
  const trust = parts.map(({ info }) => info.trust).reduce((a, b) => leastTrust(a, b));
  const info: Info = { type: BOOL, optional: false, timing: "step", unit: PURE, unitFree: false, range: TRUTH, trust };
  const args = parts.map(({ node }) => node) as [number];
  const trace = make(context, { op: "temporal", operator: name, args, ...window }, info, call);
  return context.inFormula ? trace : onFirstStep(trace, call, context);
}

/** What a formula says of the episode: what it says on the first step. */
export function onFirstStep(trace: Lowered, call: ast.Call, context: Context): Lowered {
  const meaning: Info = { ...trace.info, timing: "end" };
  return make(context, { op: "aggregate", operator: "first", axis: "steps", args: [trace.node] }, meaning, call);
}
