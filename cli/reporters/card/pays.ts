// What a card says of the design: what is observed, what is wanted, and what each term pays. It must not know findings.
import { returnRange } from "../../../analysis/contract/return-range.ts";
import { constantOf } from "../../../analysis/facts/combine-linearly.ts";
import { factsOf } from "../../../analysis/facts/facts.ts";
import type { Paid } from "../../../analysis/facts/value-terms.ts";
import { describeType } from "../../../compiler/types/value-types.ts";
import type { Interval } from "../../../runtime/interval.ts";
import type { NodeId, Program, SignalDeclaration } from "../../../runtime/program.ts";
import { blocks } from "../../../server/describe/code.ts";
import { describeNumber, describeRange } from "../../../server/describe/number.ts";
import { behindEquals, code, formulaOf, quote, range, table, withoutEmpty } from "./source.ts";

export function observes({ signals }: Program): string | undefined {
  if (signals.length === 0) return undefined;
  const rows = signals.map((signal) => [
    code(signal.name),
    code(typeOf(signal)),
    when[signal.timing],
    signal.from === undefined ? "" : [signal.from.kind, ...signal.from.ids.map((id) => `"${id}"`)].join(" "),
    signal.trust,
    tagsOf(signal),
    signal.doc ?? "",
  ]);
  return section("Observes", withoutEmpty(["signal", "type", "known", "from", "trust", "declared", "meaning"], rows));
}

const when = { step: "each step", start: "at start", end: "at end", group: "per group" } as const;

function typeOf({ type, unit, optional, range: bounds, integer }: SignalDeclaration): string {
  const lo = bounds?.[0] ?? -Infinity;
  const hi = bounds?.[1] ?? Infinity;
  const limits = type.kind === "bool" || type.kind === "text" ? undefined : describeRange({ lo, hi });
  const base = integer && type.kind === "number" ? "count" : describeType(type);
  return [`${base}${optional ? "?" : ""}`, unit && `[${unit}]`, limits && `in ${limits}`].filter(Boolean).join(" ");
}

function tagsOf({ tags }: SignalDeclaration): string {
  return Object.entries(tags)
    .map(([name, value]) => (value === true ? name : `${name} ${Array.isArray(value) ? value.join(" ") : value}`))
    .join(", ");
}

export function wants({ goals }: Program, text: string): string {
  if (goals.length === 0) return section("Wants", "No goal is declared: what is paid is not compared with what is wanted.");
  return section(
    "Wants",
    table(
      ["goal", "holds or measures"],
      goals.map(({ name, source }) => [code(name), code(behindEquals(text, source))]),
    ),
  );
}

export function pays(program: Program, text: string): string {
  const { paid } = factsOf(program);
  const shareOf = shares(paid);
  const terms = paid.map((each, index) => {
    const { term, once } = each;
    const sign = term.role === "penalty" ? "penalty" : "objective";
    return [
      code(term.name),
      sign,
      code(formulaOf(text, term)),
      weightOf(program, text, term.weight),
      range(once),
      paymentOf(each),
      range(each.episode),
      shareOf[index]!,
    ];
  });
  const shaping = program.shapings.map((each) => [
    code(each.name),
    "shaping",
    code(formulaOf(text, each)),
    weightOf(program, text, each.weight),
    "",
    "difference of a potential",
    "",
    "",
  ]);
  const head = ["term", "role", "value", "weight", "one payment", "paid", "an episode", "share"];
  const all = [...terms, ...shaping];
  return section(
    "Pays",
    blocks(
      all.length === 0 ? "Nothing is paid." : withoutEmpty(head, all),
      program.total === undefined ? undefined : "The sum of the terms goes through a `total`.",
      rules(program, text),
      `An episode pays ${range(returnRange(program))} without shaping, over everything that the declarations allow.`,
    ),
  );
}

function rules({ requires }: Program, text: string): string | undefined {
  return requires.length === 0 ? undefined : requires.map(({ source }) => `- ${code(quote(text, source))}`).join("\n");
}

function weightOf(program: Program, text: string, node: NodeId): string {
  const constant = constantOf(program, node);
  if (constant !== undefined) return describeNumber(constant);
  const source = program.nodes[node]?.source;
  return source === undefined ? "varies" : code(quote(text, source));
}

function paymentOf({ term, terminal, repeats }: Paid): string {
  if (term.rate === "once") return "once";
  if (term.timing !== "step" || repeats === 1) return "at the end";
  if (terminal) return "on the last step";
  return term.rate === "second" ? "per second" : "each step";
}

/** Of the most that all terms together can move; by one payment where an episode is not bounded. */
function shares(paid: readonly Paid[]): string[] {
  const most = ({ lo, hi }: Interval) => Math.max(Math.abs(lo), Math.abs(hi));
  for (const sizes of [paid.map(({ episode }) => most(episode)), paid.map(({ once }) => most(once))]) {
    const sum = sizes.reduce((total, size) => total + size, 0);
    if (Number.isFinite(sum) && sum > 0) return sizes.map((size) => `${Math.round((100 * size) / sum)} %`);
  }
  return paid.map(() => "");
}

export const section = (title: string, body: string): string => `## ${title}\n\n${body}`;
