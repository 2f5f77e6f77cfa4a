// A `total` that names single terms leaves the others out: they would be shown, but never paid or charged.
import type { NodeId } from "../../runtime/program.ts";
import { complain, fix, replace } from "../elaborate/complain.ts";
import type { Work } from "./reward-parts.ts";

/** A warning at each term that `total` reads neither by name nor as one of `terms`. */
export function checkUnpaidTerms(work: Work): void {
  const { parts, context } = work;
  if (parts.total === undefined) return;
  const read = termsReadBy(parts.total, work);
  if (read === "all") return;
  for (const term of parts.terms.filter(({ name }) => !read.has(name))) {
    const [start, end] = work.definitions.flatMap(({ name, nameSpan, declaration, file }) =>
      file === undefined && name === term.name && declaration.start === term.source[0] ? [nameSpan.start, nameSpan.end] : [],
    );
    if (start === undefined || end === undefined) continue;
    const never = term.role === "penalty" ? "charged" : "paid";
    const message = `'total' does not read '${term.name}', so it is never ${never}.`;
    complain(context, { start, end }, "M027", "unpaid-term", message, {
      severity: "warning",
      why: "'total' replaces the sum of the terms; what it leaves out has no effect, although it is still shown.",
      help: `Add 'terms.${term.name}' to 'total', or make this a 'probe', which is measured and not ${never}.`,
      fixes:
        term.weightSource === undefined && term.when === undefined && term.rate === "step"
          ? [asProbe(term.role, start, work)]
          : [],
    });
  }
}

function asProbe(keyword: string, name: number, { context }: Work) {
  const start = context.text.lastIndexOf(keyword, name);
  return fix("Make it a probe", replace({ start, end: start + keyword.length }, "probe"));
}

function termsReadBy(total: NodeId, { context }: Work): ReadonlySet<string> | "all" {
  const { nodes } = context.builder;
  const read = new Set<string>();
  const seen = new Set<NodeId>();
  const waiting = [total];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes[id];
    if (seen.has(id) || node === undefined) continue;
    seen.add(id);
    if (node.op === "terms") return "all";
    if (node.op === "term") read.add(node.name);
    if ("args" in node) waiting.push(...node.args);
  }
  return read;
}
