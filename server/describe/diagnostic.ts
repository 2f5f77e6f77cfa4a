// A diagnostic as Markdown (for hovers) and as plain text (for the problem list). It must not know LSP.
import { patterns } from "../../analysis/patterns/index.ts";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { blocks, inlineCode } from "./code.ts";
import { describeWitness } from "./witness.ts";

/** What the squiggle's own text leaves out: why it matters, a witness, the evidence. `link` is the rule's page, if there is one. */
export function describeDiagnostic(diagnostic: Diagnostic, link: string | undefined): string | undefined {
  const { why, witness } = diagnostic;
  if (why === undefined && witness === undefined) return undefined;
  const name = `${inlineCode(diagnostic.rule)} ${diagnostic.code}`;
  return blocks(
    `**${titles[diagnostic.severity]}** ${link === undefined ? name : `[${name}](${link})`}`,
    why && `**Why.** ${why}`,
    witness && describeWitness(witness),
    evidenceText(diagnostic.rule),
  );
}

const titles = { error: "Error", warning: "Warning", info: "Note", hint: "Hint" } as const;

function evidenceText(rule: string): string | undefined {
  const evidence = patterns.find((pattern) => pattern.name === rule)?.evidence ?? [];
  if (evidence.length === 0) return undefined;
  const lines = evidence.map(({ title, url, says }) => `- ${url ? `[${title}](${url})` : `*${title}*`}: ${says}`);
  return `**Evidence**\n${lines.join("\n")}`;
}

/** What, then what to do, on a line of its own. The reason is on hover and on the rule's page. */
export function plainMessage({ message, help }: Diagnostic): string {
  return [message, help].filter(Boolean).join("\n");
}
