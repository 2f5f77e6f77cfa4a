// One reward from tree to program: its members in the order they depend on each other.
import type * as ast from "../../grammar/ast.ts";
import { PROGRAM_VERSION, type Program } from "../../runtime/program.ts";
import { boundsOf, createBuilder } from "../elaborate/builder.ts";
import type { Context, FileScope } from "../elaborate/context.ts";
import { newEffort } from "../elaborate/effort.ts";
import type { Definition, RewardModel } from "../model.ts";
import { readAllows } from "./allows.ts";
import { readAssumptions } from "./assumptions.ts";
import { readBindings } from "./bindings.ts";
import { checkPays, checkWhole } from "./checks.ts";
import { readClaims } from "./claims.ts";
import { readData } from "./data.ts";
import { declareMembers } from "./declare.ts";
import { readExpectations } from "./expectations.ts";
import { readLimits } from "./limits.ts";
import { isOneShot } from "./one-shot.ts";
import { readParams } from "./params.ts";
import { readEnds, readRequires, readTotal } from "./payment.ts";
import { rangeOfNode } from "./ranges.ts";
import { emptyParts, origin, type Work } from "./reward-parts.ts";
import { readScenarios } from "./scenarios.ts";
import { readSequences } from "./sequences.ts";
import { readSettings } from "./settings.ts";
import { readShapings } from "./shapings.ts";
import { readSignals } from "./signals.ts";
import { readTerms } from "./terms.ts";
import { readTracks } from "./tracks.ts";
import { noteUnused } from "./unused.ts";

/** `hasSyntaxErrors` where the text of the reward has some, so that it cannot be computed. */
export function elaborateReward(
  reward: ast.Reward,
  definition: Definition,
  file: FileScope,
  hasSyntaxErrors: boolean,
): RewardModel {
  let isBroken = hasSyntaxErrors;
  const context = createContext(reward, file, () => {
    isBroken = true;
  });
  const work: Work = {
    context,
    parts: emptyParts(),
    reward,
    definitions: [],
    definitionOf: new Map(),
    included: new Map(),
    signalNamed: new Map(),
    scenarioNamed: new Map(),
  };
  readAllows(work);
  declareMembers(work);
  const finishers = [
    ...readParams(work),
    ...readSignals(work),
    ...readBindings(work),
    ...readTracks(work),
    ...readSequences(work),
  ];
  readSettings(work);
  for (const finish of finishers) finish();
  readEnds(work);
  readTerms(work);
  readShapings(work);
  readRequires(work);
  readTotal(work);
  readScenarios(work);
  readData(work);
  readExpectations(work);
  readContract(work);
  readLimits(work);
  readAssumptions(work);
  readClaims(work);
  checkPays(work);
  if (!isBroken) {
    checkWhole(work);
    noteUnused(work);
  }
  const model: RewardModel = { ast: reward, definition, definitions: work.definitions, infos: context.infos };
  if (!isBroken) model.program = assemble(reward, work);
  return model;
}

function createContext(reward: ast.Reward, file: FileScope, fail: () => void): Context {
  const brace = file.text.indexOf("{", reward.contract?.end ?? reward.name.end);
  return {
    ...file,
    infos: new Map(),
    builder: createBuilder(),
    effort: newEffort(),
    scope: { values: new Map(), terms: new Map(), worlds: new Map() },
    settings: { discount: 1, discountDeclared: false, group: 1 },
    brokenSettings: new Set(),
    body: brace === -1 || brace >= reward.end ? undefined : brace + 1,
    oneShot: isOneShot(reward, file),
    place: "reward",
    paramValues: new Map(),
    contributions: new Map(),
    locals: new Map(),
    calls: [],
    fail: () => void fail(),
    report(diagnostic) {
      if (diagnostic.severity === "error") fail();
      file.report(diagnostic);
    },
  };
}

function readContract({ reward, context, parts }: Work): void {
  const contract = reward.contract && rangeOfNode(reward.contract, context);
  if (contract !== undefined) parts.contract = boundsOf(contract.range);
}

function assemble(reward: ast.Reward, { context, parts }: Work): Program {
  const { settings, oneShot, builder } = context;
  return {
    version: PROGRAM_VERSION,
    name: reward.name.text,
    ...origin(reward),
    settings,
    oneShot,
    nodes: builder.nodes,
    ...parts,
  };
}
