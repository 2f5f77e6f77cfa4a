// What is paid for exploring: values tagged `intrinsic`, and learned scores of the step that no goal reads beside a success.
// And whether it fades. It must not know rules.
import type { NodeId, SignalDeclaration } from "../../runtime/program.ts";
import { constantOf } from "../facts/combine-linearly.ts";
import type { Facts } from "../facts/facts.ts";
import { isKept, type Stream, streamsOf } from "../facts/growth.ts";
import { isWritable } from "../facts/judge-trust.ts";
import { payDirection } from "../facts/pay-direction.ts";
import { factOf } from "../facts/remember.ts";
import { nodesBelow } from "../facts/trace-reads.ts";
import { isWanted, wantsOf } from "../facts/wants.ts";

export interface Novelty {
  stream: Stream;
  /** What says how new something is. */
  signal: SignalDeclaration;
  /** It is declared to be intrinsic, not only learned. */
  tagged: boolean;
}

/** Objectives that pay for it step by step. */
export const noveltiesOf = factOf((facts: Facts): readonly Novelty[] =>
  streamsOf(facts).flatMap((stream) => {
    const { paid, step, value } = stream;
    if (paid.term.role !== "objective" || paid.weight === 0 || !(step.hi > 0)) return [];
    const read = [...facts.reads(value)].flatMap((name) => facts.signals.get(name) ?? []);
    const raised = read.filter((signal) => ["+", "?"].includes(payDirection(facts, paid, signal.name)));
    const intrinsic = raised.find(({ tags }) => tags.intrinsic !== undefined);
    const learned = raised.find(
      (signal) => signal.from?.kind === "model" && signal.timing === "step" && isUnwanted(facts, signal),
    );
    const signal = intrinsic ?? learned;
    return signal === undefined ? [] : [{ stream, signal, tagged: intrinsic !== undefined }];
  }),
);

function isUnwanted(facts: Facts, { name }: SignalDeclaration): boolean {
  return facts.program.goals.length > 0 && !isWanted(wantsOf(facts).get(name));
}

/** Untagged, it counts as novelty only beside a success that the policy does not simply declare. */
export function isBesideSuccess(facts: Facts, novelty: Novelty): boolean {
  const { success, unsaid } = facts.length;
  const own = (end: NodeId) => [...facts.reads(end)].some((name) => isWritable(facts.signals.get(name)!));
  return novelty.tagged || (success.length > 0 && unsaid.length === 0 && !success.some(own));
}

/** Why it fades with time or with visits: `undefined` where it does not; "starts anew" where its count does. */
export function fadingOf(facts: Facts, { stream }: Novelty): "fades" | "starts anew" | undefined {
  const { program } = facts;
  const { term } = stream.paid;
  const parts = [stream.value, term.weight, ...stream.gates].flatMap((part) => [...nodesBelow(program, part)]);
  let [anew, counted] = [false, false];
  for (const id of parts) {
    const node = program.nodes[id];
    if (node?.op === "builtin" && node.name === "training") return "fades";
    if (node?.op !== "apply" || (node.operator !== "novelty" && node.operator !== "intrinsic_blend")) continue;
    counted = true;
    const [count, power] = node.operator === "novelty" ? node.args.slice(1) : [node.args[2], node.args[5]];
    if (count === undefined || constantOf(program, count) !== undefined) continue;
    if (power !== undefined && constantOf(program, power) === 0) continue;
    if (!isKept(facts, count)) anew = true;
    else return "fades";
  }
  if (anew) return "starts anew";
  const falls =
    !counted &&
    [...facts.reads(stream.value)].some(
      (name) => facts.signals.get(name)?.integer === true && payDirection(facts, stream.paid, name) === "-",
    );
  return falls || stream.growth === "bounded" ? "fades" : undefined;
}
