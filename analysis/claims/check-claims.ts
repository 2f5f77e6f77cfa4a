// Claims as diagnostics: refuted ones are errors with their witness, open ones are told; what is proved says nothing here.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Program } from "../../runtime/program.ts";
import { judgeClaims } from "./judge.ts";

export function checkClaims(program: Program, others: readonly Program[]): Diagnostic[] {
  return judgeClaims(program, others).flatMap(({ status, name, message, witness, source: [start, end] }): Diagnostic[] => {
    if (status === "proved") return [];
    if (status === "open") {
      const help = "Narrow the ranges, bound the terms, or say what the world guarantees with 'assume'.";
      return [{ code: "M062", rule: "claim-open", severity: "info", start, end, message: `'${name}' is open. ${message}`, help }];
    }
    return [
      {
        code: "M063",
        rule: "claim-refuted",
        severity: "error",
        start,
        end,
        message: `'${name}' does not hold. ${message}`,
        why: "A claim is about every episode that the declarations and assumptions allow; one that breaks it is enough.",
        help: "Change what is paid, or claim what holds.",
        ...(witness === undefined ? {} : { witness }),
      },
    ];
  });
}
