// What was inferred, shown in the text: range and unit of named values and terms, unit of a bare weight. It must not know LSP.

import type { Definition, RewardModel } from "../../compiler/model.ts";
import { unitText } from "../../compiler/types/units.ts";
import type * as ast from "../../grammar/ast.ts";
import { type Span, touches } from "../../grammar/span.ts";
import { describeInfo, roughRangeText, typeText } from "../describe/info.ts";
import type { OpenDocument } from "../documents.ts";

export interface InlayHint {
  offset: number;
  label: string;
  tooltip: string;
}

/** Hints whose place lies in `range`. */
export function provideInlayHints(document: OpenDocument, range: Span): InlayHint[] {
  return document.compilation.model.rewards
    .flatMap((reward) => reward.definitions.flatMap((definition) => hintsOf(reward, definition)))
    .filter((hint) => touches(range, hint.offset));
}

function hintsOf(reward: RewardModel, definition: Definition): InlayHint[] {
  const { declaration } = definition;
  if (!("kind" in declaration)) return [];
  switch (declaration.kind) {
    case "let":
    case "goal":
    case "probe":
    case "track":
      return valueHint(definition);
    case "objective":
    case "penalty":
    case "shaping":
      return [...valueHint(definition), ...weightHint(reward, declaration)];
    default:
      return [];
  }
}

/** At the end, where it does not push what is aligned: `: vector(2) in −6..6 [m/s]`. A plain condition says nothing new. */
function valueHint({ declaration, info }: Definition): InlayHint[] {
  if (info === undefined || ("type" in declaration && declaration.type !== undefined)) return [];
  const unit = unitText(info.unit);
  const range = roughRangeText(info);
  const plain =
    info.type.kind === "number"
      ? [range, unit && `[${unit}]`].filter(Boolean).join(" ")
      : info.type.kind === "bool"
        ? ""
        : typeText(info);
  return plain === "" ? [] : [{ offset: declaration.end, label: `: ${plain}`, tooltip: describeInfo(info) }];
}

/** Behind a weight of bare numbers whose value carries a unit: `per m/s`. */
function weightHint(reward: RewardModel, term: ast.Term | ast.Shaping): InlayHint[] {
  if (term.weight === undefined || containsUnit(term.weight)) return [];
  const unit = unitText(reward.infos.get(term.value)?.unit ?? { factors: {}, dimensions: {}, scale: 1 });
  if (unit === "") return [];
  return [
    {
      offset: term.weight.end,
      label: ` per ${unit}`,
      tooltip: `The weight takes the unit that makes weight × value a pure number: 1/(${unit}).`,
    },
  ];
}

function containsUnit(expression: ast.Expression): boolean {
  if (expression.kind === "number" || expression.kind === "inf") return expression.unit !== undefined;
  if (expression.kind === "unary") return containsUnit(expression.operand);
  if (expression.kind === "paren") return containsUnit(expression.inner);
  if (expression.kind === "binary") return containsUnit(expression.left) || containsUnit(expression.right);
  return true;
}
