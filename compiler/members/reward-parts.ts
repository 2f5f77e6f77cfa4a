// The parts of a program as its members fill them in, and what every member is handed.
import type * as ast from "../../grammar/ast.ts";
import type { Program, Scenario, SignalDeclaration } from "../../runtime/program.ts";
import type { Context, SetBinding } from "../elaborate/context.ts";
import type { Definition } from "../model.ts";

export type Parts = Omit<Program, "version" | "name" | "doc" | "source" | "nodes" | "settings" | "oneShot">;

export interface Work {
  context: Context;
  parts: Parts;
  reward: ast.Reward;
  /** Everything declared in the reward, in source order. */
  definitions: Definition[];
  /** By what declares them; absent where the name is missing or taken. */
  definitionOf: Map<ast.Member | ast.Signal, Definition>;
  /** The sets that are there. */
  included: Map<ast.SignalInclude, SetBinding>;
  /** Signals that have a meaning. */
  signalNamed: Map<string, SignalDeclaration>;
  /** Scenarios that have been read, variations included; undefined for those with an error. */
  scenarioNamed: Map<string, Scenario | undefined>;
}

export function emptyParts(): Parts {
  return {
    signals: [],
    params: [],
    lets: [],
    tracks: [],
    sequences: [],
    terms: [],
    shapings: [],
    requires: [],
    goals: [],
    probes: [],
    ends: [],
    scenarios: [],
    groups: [],
    data: [],
    expectations: [],
    limits: [],
    assumptions: [],
    claims: [],
    allows: [],
  };
}

/** Members of some kinds, in source order. */
export function membersOf<Kind extends ast.Member["kind"]>(work: Work, ...kinds: Kind[]): Extract<ast.Member, { kind: Kind }>[] {
  const wanted: readonly string[] = kinds;
  return work.reward.members.filter((member): member is Extract<ast.Member, { kind: Kind }> => wanted.includes(member.kind));
}

/** Doc and source of a declaration, as programs carry them. */
export function origin(declared: ast.Declared): { doc?: string; source: [number, number] } {
  return { ...(declared.doc === undefined ? {} : { doc: declared.doc }), source: [declared.start, declared.end] };
}
