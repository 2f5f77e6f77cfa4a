// The parts of a program as its members fill them in, and what every member is handed.
import type * as ast from "../../grammar/ast.ts";
import type { Program } from "../../runtime/program.ts";
import type { Context } from "../elaborate/context.ts";
import type { Definition } from "../model.ts";

export type Parts = Omit<Program, "version" | "name" | "doc" | "source" | "nodes" | "settings" | "oneShot">;

export interface Work {
  context: Context;
  parts: Parts;
  reward: ast.Reward;
  /** Everything declared in the reward, in source order. */
  definitions: Definition[];
}

export function emptyParts(): Parts {
  return {
    signals: [], params: [], lets: [], tracks: [], terms: [], shapings: [], requires: [], goals: [], probes: [],
    ends: [], scenarios: [], data: [], expectations: [], allows: [],
  };
}

/** Doc and source of a declaration, as programs carry them. */
export function origin(declared: ast.Declared): { doc?: string; source: [number, number] } {
  return { ...(declared.doc === undefined ? {} : { doc: declared.doc }), source: [declared.start, declared.end] };
}
