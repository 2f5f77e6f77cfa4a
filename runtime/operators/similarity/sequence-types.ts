// What kinds of sequences can be compared. Not an operator.
import type { ValueType } from "../../program.ts";

const isSequence = (type: ValueType): boolean => type.kind === "text" || type.kind === "list" || type.kind === "vector";

/** Whether what stands at the bottom of the lists is text. */
function holdsText(type: ValueType): boolean {
  return type.kind === "list" ? holdsText(type.of) : type.kind === "text";
}

/** What is wrong with two types that are to be compared element by element; undefined where nothing is. */
export function comparable(name: string, [a, b]: readonly ValueType[]): { problem: string } | undefined {
  if (!isSequence(a) || !isSequence(b)) return { problem: `'${name}' needs two texts, two lists or two vectors.` };
  if ((a.kind === "text") !== (b.kind === "text")) {
    return {
      problem: `'${name}' needs two texts or two lists, but one is a text and the other is not: split it with 'words(…)'.`,
    };
  }
  if (holdsText(a) === holdsText(b)) return undefined;
  return { problem: `'${name}' is given a list of text and a list of numbers, which never have an element in common.` };
}
