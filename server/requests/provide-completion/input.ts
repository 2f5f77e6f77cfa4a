// What every completion provider gets. It must not know what is offered.
import type { Definition, RewardModel } from "../../../compiler/model.ts";
import { touches } from "../../../grammar/span.ts";
import type { OpenDocument } from "../../documents.ts";
import type { Completion } from "./completion.ts";
import type { Place } from "./place.ts";

export interface CompletionInput {
  document: OpenDocument;
  offset: number;
  place: Place;
  /** The reward the cursor is in, or the last before it. */
  reward: RewardModel | undefined;
}

export type CompletionProvider = (input: CompletionInput) => Completion[];

export function rewardNear(document: OpenDocument, offset: number): RewardModel | undefined {
  const { rewards } = document.compilation.model;
  return rewards.find((reward) => touches(reward.ast, offset)) ?? rewards.findLast((reward) => reward.ast.start <= offset);
}

/** Declarations of the reward of the given kinds, the one being written left out. */
export function declared({ reward, offset }: CompletionInput, ...kinds: Definition["kind"][]): Definition[] {
  return (reward?.definitions ?? []).filter(
    (definition) =>
      kinds.includes(definition.kind) &&
      definition.name !== "" &&
      (definition.file !== undefined || !touches(definition.nameSpan, offset)),
  );
}

/** What the file and those it uses declare outside of rewards. */
export function declaredInFiles({ document, offset }: CompletionInput, kind: Definition["kind"]): Definition[] {
  const { definitions, imported } = document.compilation.model;
  const own = definitions.filter(({ name, nameSpan }) => name !== "" && !touches(nameSpan, offset));
  return [...own, ...imported].filter((definition) => definition.kind === kind);
}

/** The value of the reward called `name`. */
export function valueNamed({ reward }: CompletionInput, name: string): Definition | undefined {
  return reward?.definitions.find(
    (definition) => definition.name === name && definition.info !== undefined && !isTermKind(definition.kind),
  );
}

export function isTermKind(kind: Definition["kind"]): boolean {
  return kind === "objective" || kind === "penalty" || kind === "shaping" || kind === "require" || kind === "limit";
}
