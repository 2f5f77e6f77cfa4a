// Something to compare with: what others vouch for as text is not empty in episodes that are made up. It must not know rules.
import type { SignalDeclaration } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import { isWritable } from "../facts/judge-trust.ts";
import type { Choice } from "./build-episode.ts";

/** Stands for every reference. */
export const REFERENCE = "42";

/** A text to compare with. What a verifier writes is a report, unless an answer is compared with it. */
export function isReference(signal: SignalDeclaration, reports = false): boolean {
  if (signal.trust !== "verified" || isWritable(signal) || !isFreeText(signal)) return false;
  return reports || signal.from?.kind !== "verifier";
}

function isFreeText({ type }: SignalDeclaration): boolean {
  const element = type.kind === "list" ? type.of : type;
  return element.kind === "text" && element.alternatives === undefined;
}

/** Every reference is this text, every list of references this text alone. */
export function referenceTexts(facts: Facts, reports = false): Choice {
  const references = facts.program.signals.filter((signal) => isReference(signal, reports));
  return Object.fromEntries(references.map(({ name, type }) => [name, type.kind === "list" ? [REFERENCE] : REFERENCE]));
}
