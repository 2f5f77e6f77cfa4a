// What a card says of claims, expectations, limits and assumptions. It must not know findings.
import { judgeClaims, startJudging } from "../../../analysis/claims/judge.ts";
import { judgeReturn } from "../../../analysis/claims/judge-return.ts";
import { type ExpectationResult, runExpectations } from "../../../runtime/expectations.ts";
import type { Program } from "../../../runtime/program.ts";
import { code, quote, table } from "./source.ts";

export interface Verdicts {
  claims: { text: string; status: "proved" | "refuted" | "open"; message: string }[];
  expectations: ExpectationResult[];
}

export function judge(program: Program, others: readonly Program[]): Verdicts {
  return {
    claims: [...contract(program), ...judgeClaims(program, others).map(({ name, ...rest }) => ({ text: name, ...rest }))],
    expectations: runExpectations(program),
  };
}

function contract(program: Program): Verdicts["claims"] {
  if (program.contract === undefined) return [];
  const [lo, hi] = program.contract;
  const verdict = judgeReturn(startJudging(program), { kind: "return", lo, hi });
  return [{ text: `return in ${lo ?? "-inf"}..${hi ?? "inf"} (contract)`, ...verdict }];
}

/** `3 of 4 claims proved, 1 open`; nothing where there are none. */
export function summaries({ claims, expectations }: Verdicts): string[] {
  const count = (status: string) => claims.filter((claim) => claim.status === status).length;
  const held = expectations.filter(({ status }) => status === "passed").length;
  return [
    ...(claims.length === 0
      ? []
      : [
          [
            `${count("proved")} of ${claims.length} claim${claims.length === 1 ? "" : "s"} proved`,
            ...(["refuted", "open"] as const).filter((status) => count(status) > 0).map((status) => `${count(status)} ${status}`),
          ].join(", "),
        ]),
    ...(expectations.length === 0
      ? []
      : [`${held} of ${expectations.length} expectation${expectations.length === 1 ? "" : "s"} met`]),
  ];
}

export function claimTable({ claims }: Verdicts): string | undefined {
  if (claims.length === 0) return undefined;
  return table(
    ["claim", "verdict", "what was shown"],
    claims.map(({ text, status, message }) => [code(text), status, message]),
  );
}

const words = { passed: "met", failed: "**not met**", error: "**cannot be evaluated**" } as const;

export function expectationTable({ expectations }: Verdicts): string | undefined {
  if (expectations.length === 0) return undefined;
  return table(
    ["expectation", "", "what the scenarios pay"],
    expectations.map(({ name, status, message }) => [code(name), words[status], message]),
  );
}

export function given({ limits, assumptions }: Program, text: string): string | undefined {
  const lines = [...assumptions, ...limits].map(({ source }) => `- ${code(quote(text, source))}`);
  return lines.length === 0 ? undefined : lines.join("\n");
}
