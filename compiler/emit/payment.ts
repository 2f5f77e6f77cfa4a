// What each term pays, and what the episode pays in all: total, constraints, shaping. It must not know how values are computed.
import type { NodeId, Program, Require, Term } from "../../runtime/program.ts";
import { lowestTotal, requireRule } from "../../runtime/settle.ts";
import { inOrderOfPay, termRule } from "../../runtime/term-columns.ts";
import type { Emission } from "./emission.ts";
import { declareTracks } from "./memory.ts";
import { propertyKey } from "./names.ts";
import { type Phase, ROW, TOTAL } from "./phases.ts";
import { isPosition } from "./plan.ts";
import { defineRowValues } from "./rows.ts";
import { columnText } from "./statements.ts";
import { quote } from "./syntax-javascript.ts";
import { bound, docComment, indent, record, spread } from "./text.ts";

/** Weights that are known before the steps, where the options may override them. */
export function printWeights(emission: Emission): string[] {
  const { program } = emission;
  const entries = [...program.terms, ...program.shapings]
    .filter(({ weight }) => isConstant(emission, weight))
    .map(({ name, weight }) => `${propertyKey(name)}: ${emission.text(weight)}`);
  return entries.length === 0 ? [] : spread("const weights = { ", [...entries, "...options.weights"], " };");
}

const isConstant = ({ plan }: Emission, id: NodeId): boolean => plan.phases[id] === 0;

/** `const rules = { … }`: how each term is paid, with the range of its value. */
export function printTermRules({ program, use }: Emission): string[] {
  if (program.terms.length === 0) return [];
  const entries = program.terms.map((term) => {
    const { name, role, rate, lo, hi } = termRule(term);
    return `${propertyKey(name)}: ${use(role)}(${[quote(name), bound(lo), bound(hi), ...(rate === "step" ? [] : [quote(rate)])].join(", ")}),`;
  });
  return ["const rules = {", ...indent(entries), "};"];
}

/** `const paid = { … }`: one column per term, those of the steps first, as they are added. */
export function printTerms(emission: Emission): string[] {
  const terms = inOrderOfPay(emission.program.terms);
  if (terms.length === 0) return ["const paid = {};"];
  const entries = terms.flatMap((term) => [
    ...docComment(term.doc),
    ...spread(
      `${propertyKey(term.name)}: ${emission.use(term.timing === "step" ? "payEachStep" : "payAtEnd")}(`,
      termArguments(emission, term),
      "),",
    ),
  ]);
  return ["// What each term pays on each step: weighted and signed.", "const paid = {", ...indent(entries), "};"];
}

function termArguments(emission: Emission, term: Term): string[] {
  const { program } = emission;
  const onSteps = term.timing === "step";
  const dt = term.rate === "second" ? [String(program.settings.dt ?? "NaN")] : [];
  const when =
    term.when === undefined
      ? dt.length > 0
        ? [onSteps ? "null" : "1"]
        : []
      : [onSteps ? columnText(emission, term.when) : emission.text(term.when)];
  const value = onSteps ? columnText(emission, term.node) : emission.text(term.node);
  return [`rules.${term.name}`, value, weightText(emission, term, onSteps), ...(onSteps ? [] : ["n"]), "ledger", ...when, ...dt];
}

function weightText(emission: Emission, { name, weight }: { name: string; weight: NodeId }, onSteps: boolean): string {
  if (isConstant(emission, weight)) return `weights.${name}`;
  const text = onSteps && emission.plan.phases[weight] === ROW ? columnText(emission, weight) : emission.text(weight);
  return `options.weights?.${name} ?? ${text}`;
}

/** `const rewards`: the sum of the terms, or what `total` makes of it. */
export function printTotal(emission: Emission): string[] {
  const { program } = emission;
  const sum = `${emission.use("addTerms")}(Object.values(paid), n)`;
  const settle = `${emission.use("settleTotal")}(${bound(lowestTotal(program))}, 0, n, rewards, ledger);`;
  if (program.total === undefined) return [`const rewards = ${sum};`, settle];
  if (emission.plan.phases[program.total] !== TOTAL)
    return [
      `const rewards = ${columnText(emission, program.total)}${emission.plan.columns.has(program.total) ? ".slice()" : ""};`,
      settle,
    ];
  const reads = (op: string) => emission.plan.order.some((id) => program.nodes[id].op === op);
  return [
    "// What `total` makes of the terms.",
    ...(reads("terms") ? [`const sums = ${sum};`] : []),
    "const rewards = new Float64Array(n);",
    ...printTotalLoop(emission, program.total),
    settle,
  ];
}

function printTotalLoop(emission: Emission, total: NodeId): string[] {
  const { program, plan, composer } = emission;
  for (const [id, key] of plan.columns) composer.name(id, `columns.${key}[t]`);
  for (const id of plan.order) {
    const node = program.nodes[id];
    if (node.op === "terms") composer.name(id, "sums[t]");
    if (node.op === "term") composer.name(id, `paid.${node.name}[t]`);
    if (isPosition(program, id)) composer.known.delete(id);
  }
  const memory = declareTracks(emission, TOTAL);
  const positions = plan.order.some((id) => isPosition(program, id) && isReadInTotal(emission, id))
    ? defineRowValues(emission, ROW, memory, false)
    : [];
  const values = [...positions, ...defineRowValues(emission, TOTAL, memory, false)];
  const body = [...values, `rewards[t] = ${emission.text(total)};`, ...memory.remember];
  return [...memory.declare, "for (let t = 0; t < n; t++) {", ...indent(body), "}"];
}

const isReadInTotal = ({ plan }: Emission, id: NodeId): boolean =>
  (plan.readers.get(id) ?? []).some((reader) => plan.phases[reader] === (TOTAL as Phase));

/** Caps of violated constraints: on each step, then on the episode. */
export function printRequires(emission: Emission): string[] {
  const { program } = emission;
  const onSteps = program.requires.filter(({ timing }) => timing === "step");
  const atEnd = program.requires.filter(({ timing }) => timing !== "step");
  const lines = onSteps.flatMap((require) => [
    ...lineComment(require.doc),
    ...spread(
      `${emission.use("settleSteps")}(`,
      [
        ruleText(program, require),
        columnText(emission, require.node),
        columnText(emission, require.otherwise),
        "0",
        "n",
        "rewards",
        "ledger",
      ],
      ");",
    ),
  ]);
  if (atEnd.length === 0) return lines;
  const list = (texts: string[]) => `[${texts.join(", ")}]`;
  const args = [
    list(atEnd.map((require) => ruleText(program, require))),
    list(atEnd.map(({ node }) => emission.text(node))),
    list(atEnd.map(({ otherwise }) => emission.text(otherwise))),
    "0",
    "n",
    "rewards",
    "ledger",
  ];
  return [...lines, ...atEnd.flatMap(({ doc }) => lineComment(doc)), ...spread(`${emission.use("settleEpisode")}(`, args, ");")];
}

const lineComment = (doc: string | undefined): string[] =>
  (doc ?? "").split(/\r?\n/).flatMap((line) => (line.trim() === "" ? [] : [`// ${line.trim()}`]));

function ruleText(program: Program, require: Require): string {
  const { name, lowest } = requireRule(program, require);
  return record([
    ["name", quote(name)],
    ["lowest", bound(lowest)],
  ]);
}

/** `const shaping = { … }`: what potential shaping adds to the rewards. */
export function printShapings(emission: Emission): string[] {
  const { program, plan } = emission;
  if (program.shapings.length === 0) return [];
  const entries = program.shapings.flatMap((shaping) => {
    const before = plan.columns.has(shaping.node)
      ? `before.${shaping.name}`
      : `episode.start ? ${emission.text(shaping.node)} : NaN`;
    const args = [
      quote(shaping.name),
      columnText(emission, shaping.node),
      before,
      "outcome.terminated",
      String(program.settings.discount),
      weightText(emission, shaping, false),
      "rewards",
      "ledger",
    ];
    return [...docComment(shaping.doc), ...spread(`${propertyKey(shaping.name)}: ${emission.use("addShaping")}(`, args, "),")];
  });
  return ["// What potential shaping adds; nothing after it changes it.", "const shaping = {", ...indent(entries), "};"];
}
