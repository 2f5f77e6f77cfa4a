// Built-in values inside a loop over the steps: where the episode stands and how it ends. It must not know payment.
import type { Builtin, NodeId } from "../../runtime/program.ts";
import type { Emission } from "./emission.ts";
import { defineAs } from "./statements.ts";

/** Defines a built-in value on this row; `start` where the row may be the state before the first step, with t = -1. */
export function defineBuiltin(emission: Emission, id: NodeId, name: Builtin, start: boolean): string[] {
  const { program, composer } = emission;
  const onSteps = (text: string) => (start ? `t < 0 ? NaN : ${text}` : text);
  switch (name) {
    case "t":
      if (!start) composer.name(id, "t");
      return start ? defineAs(emission, id, onSteps("t"), "step") : [];
    case "time":
      return defineAs(emission, id, onSteps(`t * ${program.settings.dt ?? "NaN"}`), "time");
    case "first":
      return defineAs(emission, id, onSteps("t === 0 ? 1 : 0"), "first");
    case "ending":
      return defineAs(emission, id, "t === n - 1 ? 1 : 0", "ending");
    case "succeeded":
      return defineAs(emission, id, anyHolds(emission, start, "success"), "succeeded");
    case "failed":
      return defineAs(emission, id, anyHolds(emission, start, "failure"), "failed");
    case "terminated":
      return defineAs(emission, id, terminatedText(emission, start), "terminated");
    case "truncated":
      return defineAs(emission, id, truncatedText(emission, start), "truncated");
    default:
      return [];
  }
}

/** 1 where an `ends` condition (of that outcome) holds; never before the first step. */
export function anyHolds(emission: Emission, start: boolean, outcome?: "success" | "failure"): string {
  const ends = emission.program.ends.filter((end) => outcome === undefined || end.outcome === outcome);
  if (ends.length === 0) return "0";
  const some = ends.map(({ node }) => holds(emission, node)).join(" || ");
  if (!start) return `${some} ? 1 : 0`;
  return `t >= 0 && ${ends.length > 1 ? `(${some})` : some} ? 1 : 0`;
}

function holds({ program, text }: Emission, id: NodeId): string {
  const node = program.nodes[id];
  return node.op === "constant" ? String(Boolean(node.value)) : `${text(id)} === 1`;
}

function terminatedText(emission: Emission, start: boolean): string {
  const ended = anyHolds(emission, false);
  const text = `${emission.use("orElse")}(${emission.use("recordedFlag")}(row.terminated), ${ended})`;
  return start ? `t < 0 ? 0 : ${text}` : text;
}

function truncatedText(emission: Emission, start: boolean): string {
  const { horizon } = emission.program.settings;
  const cut = horizon === undefined ? "0" : `t === n - 1 && ${terminatedText(emission, false)} !== 1 && n >= ${horizon} ? 1 : 0`;
  const text = `${emission.use("orElse")}(${emission.use("recordedFlag")}(row.truncated), ${cut})`;
  return start ? `t < 0 ? 0 : ${text}` : text;
}
