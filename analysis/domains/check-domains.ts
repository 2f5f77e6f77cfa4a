// Values that cannot be computed for inputs the declarations allow: a division by 0, a logarithm or root outside its domain.
// It says so only where the ranges show it and no enclosing condition looks at what the value is made of. It must not know syntax.
import type { Diagnostic, Fix } from "../../compiler/diagnostics.ts";
import type { Interval } from "../../runtime/interval.ts";
import type { Node, NodeId, Program, Term } from "../../runtime/program.ts";
import { type Facts, factsOf } from "../facts/facts.ts";
import { dependenciesOf, nodesBelow } from "../facts/trace-reads.ts";
import { type Limit, limitOf } from "./limits.ts";

interface Path {
  /** What the conditions around look at. */
  guards: ReadonlySet<string>;
  /** An infinity would reach the term: nothing around it, such as clip or exp, makes a number of it again. */
  carries: boolean;
}

const carrying: ReadonlySet<string> = new Set("add subtract multiply negate abs".split(" "));

/** One note per operator, however many terms it is in. */
export function checkDomains(program: Program, text: string): Diagnostic[] {
  const facts = factsOf(program);
  const found = new Map<string, Diagnostic>();
  for (const term of program.terms) {
    const guards = term.when === undefined ? new Set<string>() : inputsOf(facts, term.when);
    const seen = new Set<string>();
    walk(facts, term.node, { guards, carries: true }, seen, (node, limit) => {
      const at = node.source;
      if (at === undefined || found.has(`${at}`)) return;
      const note = describe(program, text, term, node, limit);
      if (note !== undefined) found.set(`${at}`, note);
    });
  }
  return [...found.values()];
}

type Apply = Extract<Node, { op: "apply" }>;
type Meet = (node: Apply, limit: Limit) => void;

function walk(facts: Facts, id: NodeId, path: Path, seen: Set<string>, meet: Meet): void {
  const key = `${id} ${path.carries} ${[...path.guards].sort()}`;
  const node = facts.program.nodes[id];
  if (node === undefined || seen.has(key)) return;
  seen.add(key);
  const go = (part: NodeId, on: Path = path) => walk(facts, part, on, seen, meet);
  const under = (condition: NodeId, on = path) => ({ ...on, guards: new Set([...on.guards, ...inputsOf(facts, condition)]) });
  const lost = { ...path, carries: false };
  switch (node.op) {
    case "if":
      go(node.args[0], lost);
      for (const branch of [node.args[1], node.args[2]]) go(branch, under(node.args[0]));
      return;
    case "default":
      // What is missing before it is replaced.
      go(node.args[1]);
      return;
    case "for":
      go(node.args[0]);
      go(node.args[1], node.args[2] === undefined ? path : under(node.args[2]));
      return;
    case "vector":
    case "component":
    case "prev":
      for (const part of node.args) go(part);
      return;
    case "aggregate":
    case "window":
    case "reduce": {
      const inside = node.operator === "sum" || node.operator === "mean" ? path : lost;
      const where = node.op === "reduce" ? undefined : node.where;
      for (const part of node.args) go(part, where === undefined ? inside : under(where, inside));
      return;
    }
    case "apply":
      walkOperator(facts, node, path, go, under, meet);
      return;
    default:
      for (const part of dependenciesOf(facts.program, node)) go(part, lost);
  }
}

function walkOperator(
  facts: Facts,
  node: Apply,
  path: Path,
  go: (part: NodeId, on?: Path) => void,
  under: (condition: NodeId, on?: Path) => Path,
  meet: Meet,
): void {
  const limit = limitOf(node, facts.range);
  if (limit !== undefined && (path.carries || !limit.infinite) && isOpen(facts, node.args[limit.argument]!, path.guards))
    meet(node, limit);
  let on: Path = { ...path, carries: path.carries && carrying.has(node.operator) };
  const decides = node.operator === "and" || node.operator === "or";
  for (const [index, part] of node.args.entries()) {
    go(part, node.operator === "divide" && index === 0 ? path : on);
    if (decides) on = under(part, on);
  }
}

/** It depends on something, and no condition around it looks at that. */
function isOpen(facts: Facts, id: NodeId, guards: Path["guards"]): boolean {
  const inputs = inputsOf(facts, id);
  return inputs.size > 0 && ![...inputs].some((input) => guards.has(input));
}

function inputsOf({ program, reads }: Facts, id: NodeId): Set<string> {
  const inputs = new Set(reads(id));
  for (const below of nodesBelow(program, id)) {
    const node = program.nodes[below];
    // Whether it is the first step decides what the count of steps and the time are.
    if (node?.op === "builtin") inputs.add(["t", "time", "first"].includes(node.name) ? " time" : ` ${node.name}`);
  }
  return inputs;
}

function describe(program: Program, text: string, term: Term, node: Apply, limit: Limit): Diagnostic | undefined {
  const [start, end] = node.source!;
  const argument = program.nodes[node.args[limit.argument]!]?.source;
  const whole = text.slice(start, end);
  const part = argument === undefined ? "" : text.slice(argument[0], argument[1]);
  if (part === "" || whole === "" || part.length > 40 || part === whole) return undefined;
  const isInside = argument![0] >= start && argument![1] <= end;
  const range = `${say(limit.range.lo)}..${say(limit.range.hi)}`;
  const [worst, bound] = term.role === "objective" ? ["lowest", term.range[0]] : ["highest", term.range[1]];
  const then =
    bound === null ? "the whole episode is then invalid" : `the ${term.role} '${term.name}' then takes its ${worst} value`;
  const shown = whole.length > 40 || whole.includes("\n") ? "This" : `'${whole}'`;
  const [before, behind] = limit.wrap;
  const fixes: Fix[] =
    isInside && before !== ""
      ? [
          {
            title: `Write ${before}${part}${behind}`,
            safe: false,
            edits: [
              { start: argument![0], end: argument![0], text: before },
              { start: argument![1], end: argument![1], text: behind },
            ],
          },
        ]
      : [];
  const choice = `'if ${part} ${limit.test} then … else …'`;
  return {
    code: "T095",
    rule: "possible-fault",
    severity: "info",
    start,
    end,
    message: `${shown} has no value where '${part}' is ${limit.where}: ${then}.`,
    why: `By what is declared '${part}' lies in ${range}.`,
    help: before === "" ? `Say what it is then: ${choice}.` : `Write '${before}${part}${behind}', or ${choice}.`,
    fixes,
  };
}

function say(bound: Interval["lo"]): string {
  return Number.isFinite(bound) ? String(Number(bound.toPrecision(4))) : bound > 0 ? "inf" : "-inf";
}
