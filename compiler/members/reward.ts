// One reward from tree to program: its members in the order they depend on each other.
import type * as ast from "../../grammar/ast.ts";
import { PROGRAM_VERSION, type Program } from "../../runtime/program.ts";
import { createBuilder } from "../elaborate/builder.ts";
import { complain, type Context, type FnBinding, notYet } from "../elaborate/context.ts";
import type { Definition, Model, RewardModel } from "../model.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { UnitScope } from "../types/units.ts";
import { readAllows } from "./allows.ts";
import { define } from "./declare.ts";
import { declareBindings } from "./bindings.ts";
import { readData } from "./data.ts";
import { readExpectations } from "./expectations.ts";
import { isOneShot } from "./one-shot.ts";
import { readEnds, readRequires, readShapings, readTotal } from "./outcome.ts";
import { readParams } from "./params.ts";
import { emptyParts, origin, type Work } from "./reward-parts.ts";
import { declareScenarios, readScenarios } from "./scenarios.ts";
import { readSettings } from "./settings.ts";
import { readSignals } from "./signals.ts";
import { readTerms } from "./terms.ts";
import { declareTracks } from "./tracks.ts";
import { bounds } from "./terms.ts";
import { rangeOfNode } from "./types.ts";

export interface FileScope {
  text: string;
  model: Model;
  units: UnitScope;
  fns: ReadonlyMap<string, FnBinding>;
  sets: ReadonlyMap<string, ast.SignalSet>;
  report(diagnostic: Diagnostic): void;
}

export function elaborateReward(reward: ast.Reward, definition: Definition, file: FileScope, syntaxErrors: boolean): RewardModel {
  let broken = syntaxErrors;
  const report = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === "error") broken = true;
    file.report(diagnostic);
  };
  const context = createContext(reward, file, report);
  const work: Work = { context, parts: emptyParts(), reward, definitions: [] };
  readAllows(work);
  declareUnsupported(work);
  readSettings(work);
  readParams(work);
  readSignals(work, file.sets);
  const tracks = declareTracks(work);
  const bindings = declareBindings(work);
  declareScenarios(work);
  readEnds(work);
  readTerms(work);
  readShapings(work);
  readRequires(work);
  tracks.finish();
  bindings.finish();
  readTotal(work);
  readScenarios(work);
  readData(work);
  readExpectations(work);
  reportUnsupported(work);
  if (reward.contract !== undefined) {
    const contract = rangeOfNode(reward.contract, context);
    if (contract !== undefined) work.parts.contract = bounds(contract.range);
  }
  checkPaysSomething(work);
  const model: RewardModel = { ast: reward, definition, definitions: work.definitions, infos: context.infos };
  if (!broken) model.program = assemble(reward, work);
  return model;
}

function createContext(reward: ast.Reward, file: FileScope, report: Context["report"]): Context {
  return {
    text: file.text, model: file.model, infos: new Map(), builder: createBuilder(), units: file.units, fns: file.fns,
    scope: { values: new Map(), terms: new Map(), scenarios: new Map(), data: new Map() },
    settings: { discount: 1, discountDeclared: false, group: 1 },
    oneShot: isOneShot(reward), place: "reward", paramValues: new Map(), contributions: new Map(),
    locals: new Map(), calls: [], report,
  };
}

function assemble(reward: ast.Reward, work: Work): Program {
  const { context, parts } = work;
  return { version: PROGRAM_VERSION, name: reward.name.text, ...origin(reward), settings: context.settings, oneShot: context.oneShot, nodes: context.builder.nodes, ...parts };
}

const unsupported: Partial<Record<ast.Member["kind"], { what: string; severity: "error" | "info" }>> = {
  sequence: { what: "'sequence'", severity: "error" },
  limit: { what: "'limit'", severity: "info" },
  assume: { what: "'assume'", severity: "info" },
  prove: { what: "'prove'", severity: "info" },
};

/** Their names are known all the same, so that one message is enough. */
function declareUnsupported(work: Work): void {
  const { values } = work.context.scope;
  for (const member of work.reward.members) {
    if (member.kind === "limit") enter(member, work);
    if (member.kind !== "sequence") continue;
    const definition = enter(member, work);
    if (definition.name !== "") values.set(definition.name, { definition, lower: () => undefined });
  }
}

function enter(member: ast.Sequence | ast.Binding, work: Work): Definition {
  const definition = define(member.kind === "sequence" ? "sequence" : "limit", member);
  work.definitions.push(definition);
  return definition;
}

function reportUnsupported(work: Work): void {
  for (const member of work.reward.members) {
    const row = unsupported[member.kind];
    if (row === undefined) continue;
    const at = "name" in member && member.name.text !== "" ? member.name : { start: member.start, end: Math.min(member.end, member.start + member.kind.length) };
    notYet(work.context, at, row.what, row.severity);
  }
}

function checkPaysSomething(work: Work): void {
  const { parts, reward, context } = work;
  const paid = reward.members.some((member) => ["objective", "penalty", "shaping", "total"].includes(member.kind));
  if (paid || reward.name.text === "" || parts.terms.length > 0) return;
  complain(context, reward.name, "M050", "pays-nothing", `The reward '${reward.name.text}' pays nothing: it has no objective, penalty or shaping.`, {
    severity: "warning",
    help: "Add 'objective name = …'.",
  });
}
