// The claim at an offset as Markdown, where it is proved or open: a refuted one has its witness from its diagnostic. It must not
// know LSP.
import { judgeClaims } from "../../analysis/claims/judge.ts";
import type { OpenDocument } from "../documents.ts";

const titles = { proved: "Proved", open: "Open" } as const;

export function describeClaim({ compilation: { programs } }: OpenDocument, offset: number): string | undefined {
  const program = programs.find(({ claims }) => claims.some(({ source: [start, end] }) => start <= offset && offset < end));
  if (program === undefined) return undefined;
  const at = program.claims.findIndex(({ source: [start, end] }) => start <= offset && offset < end);
  const { status, message } = judgeClaims(program, programs)[at]!;
  return status === "refuted" ? undefined : `**${titles[status]}.** ${message}`;
}
