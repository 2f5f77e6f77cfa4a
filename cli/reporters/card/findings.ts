// What a card says of findings, open and accepted. It must not know what the reward pays.
import type { Accepted } from "../../../analysis/patterns/apply-allows.ts";
import { patternByName } from "../../../analysis/patterns/index.ts";
import type { Diagnostic } from "../../../compiler/diagnostics.ts";
import { blocks } from "../../../server/describe/code.ts";
import { describeWitness } from "../../../server/describe/witness.ts";
import { regionAt } from "../places.ts";
import type { CheckedFile } from "../reporter.ts";
import { code, quote, table } from "./source.ts";

export function finding(file: CheckedFile, diagnostic: Diagnostic): string {
  const { code: id, rule, severity, start, end, message, why, help, witness } = diagnostic;
  const line = regionAt(file.starts, diagnostic).startLine;
  const evidence = patternByName.get(id)?.evidence[0];
  return blocks(
    `### ${id} ${rule}: ${severity}, line ${line}`,
    code(quote(file.text, [start, end]) || " "),
    message,
    why && `**Why.** ${why}`,
    help && `**Do.** ${help}`,
    witness && describeWitness(witness),
    evidence &&
      `**Evidence.** ${evidence.url === undefined ? evidence.title : `[${evidence.title}](${evidence.url})`}: ${evidence.says}`,
  );
}

export function acceptedTable(file: CheckedFile, accepted: readonly Accepted[]): string {
  return table(
    ["rule", "line", "what was found", "why it is accepted"],
    accepted.map(({ diagnostic, reason }) => [
      `${diagnostic.code} ${diagnostic.rule}`,
      String(regionAt(file.starts, diagnostic).startLine),
      diagnostic.message,
      reason,
    ]),
  );
}
