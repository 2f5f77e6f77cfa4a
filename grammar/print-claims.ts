// What ends, is assumed, expected and proved, and sequences. It must not know other members.
import type { Assume, Ends, Expect, Prove, Sequence } from "./ast.ts";
import { type Doc, flat, group, line } from "./print-doc.ts";
import { type Printing, printExpression } from "./print-expressions.ts";
import type { Printed } from "./print-lines.ts";
import { cell, lineWidth, printStatement } from "./print-statement.ts";

export function printClaim(member: Ends | Assume | Expect | Prove, depth: number, printing: Printing): Printed {
  const family = member.kind === "ends" ? "ends" : "claim";
  return printStatement({ family, head: [cell(member.kind)], ...claimOf(member, printing) }, depth);
}

function claimOf(member: Ends | Assume | Expect | Prove, printing: Printing): { value: Doc; tail?: Doc } {
  switch (member.kind) {
    case "ends": {
      const value = ["when ", printExpression(member.condition, printing)];
      return { value, ...(member.outcome && { tail: `as ${member.outcome}` }) };
    }
    case "assume":
      return { value: printExpression(member.condition, printing) };
    case "expect":
      return {
        value: printExpression(member.condition, printing),
        ...(member.by && { tail: ["by ", printExpression(member.by, printing)] }),
      };
    case "prove":
      return proofOf(member.claim, printing);
  }
}

function proofOf(claim: Prove["claim"], printing: Printing): { value: Doc; tail?: Doc } {
  switch (claim.kind) {
    case "separates":
      return { value: `separates ${claim.goal.text}`, ...(claim.by && { tail: ["by ", printExpression(claim.by, printing)] }) };
    case "monotone":
      return { value: `${claim.direction} ${claim.what.text} in ${claim.signal.text}` };
    case "equivalent":
      return { value: `equivalent to ${claim.other.text}` };
    case "not-farmable":
      return { value: "not farmable" };
    case "condition":
      return { value: printExpression(claim.condition, printing) };
  }
}

/** Broken: one stage a line. */
export function printSequence(member: Sequence, depth: number, printing: Printing): Printed {
  const print = (node: Sequence["stages"][number]): Doc => {
    const parts: Doc[] = [printExpression(node.condition, printing)];
    const steps = (written: boolean | undefined) => (written === true ? " steps" : "");
    if (node.within !== undefined) parts.push(" within ", printExpression(node.within, printing), steps(node.withinSteps));
    if (node.for !== undefined) parts.push(" for ", printExpression(node.for, printing), steps(node.forSteps));
    return parts;
  };
  const stages = member.stages.flatMap((stage, i): Doc[] => (i === 0 ? [print(stage)] : [line(), "then ", print(stage)]));
  const avoiding: Doc[] = member.avoiding === undefined ? [] : [line(), "avoiding ", printExpression(member.avoiding, printing)];
  const all = [...stages, ...avoiding];
  const head = `sequence ${member.name.text}`;
  const broken = breaksBetweenStages(member, printing) || depth + head.length + flat(all).length + 3 > lineWidth;
  return printStatement({ family: "sequence", head: [cell(head)], sign: "=", value: group(all, broken) }, depth);
}

function breaksBetweenStages({ stages, avoiding }: Sequence, { text }: Printing): boolean {
  const parts = avoiding === undefined ? stages : [...stages, avoiding];
  return parts.slice(1).some((part, i) => text.slice(parts[i].end, part.start).includes("\n"));
}
