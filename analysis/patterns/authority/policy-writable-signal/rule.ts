// RH701: pay follows a value that the agent can write itself, and nothing out of its reach makes that worthless.
import type { Fix, Severity, Witness } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { gatesOf, isForgeable, isTrustworthy, readsOfTerm, requiredBeside } from "../../../facts/gates.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { payDirection } from "../../../facts/pay-direction.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { searchRecord } from "../../../witness/search-record.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { wrapReadings } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH701",
  name: "policy-writable-signal",
  severity: "error",
  summary: "Pay follows a value that the agent can write itself.",
  classes: ["agent-writable"],
  evidence: [
    {
      title: "OpenEnv, pull request 1200",
      url: "https://github.com/huggingface/OpenEnv/pull/1200",
      says: "A reward.txt inside the agent's sandbox overrode the verifier's share of passed commands.",
    },
    {
      title: "Recent frontier models are reward hacking, METR, 2025",
      url: "https://metr.github.io/autonomy-evals-guide/openai-o3-report",
      says: "Asked to make a program faster, agents overwrote the timer or patched the scorer.",
    },
    {
      title: "School of Reward Hacks, 2025",
      says: "Training on harmless hacks generalises to tampering with rewards.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return [...goalDependence(facts).paying.flatMap((paid) => checkTerm(input, paid)), ...checkRequires(facts)];
}

function checkTerm(input: PatternInput, paid: Paid): Finding[] {
  const { facts } = input;
  const written = [...readsOfTerm(facts, paid)]
    .flatMap((name) => facts.signals.get(name) ?? [])
    .filter((signal) => isForgeable(signal) && payDirection(facts, paid, signal.name) !== "0");
  if (written.length === 0) return [];
  const severity = severityOf(facts, paid, written);
  return severity === undefined ? [] : [report(input, paid, written, severity)];
}

/** A gate makes forging worthless, unless the goal asks for something that only the written value tells. */
function severityOf(facts: Facts, paid: Paid, written: readonly SignalDeclaration[]): Severity | undefined {
  const names = new Set(written.map(({ name }) => name));
  const gates = gatesOf(facts, paid, names, isTrustworthy);
  if (gates.length === 0 && !requiredBeside(facts, names, isTrustworthy))
    return paid.term.role === "penalty" ? "warning" : "error";
  const { wanted } = goalDependence(facts);
  if (missingMeasures(facts).length > 0) return "warning";
  const graded =
    written.some(({ type }) => type.kind === "number") && facts.program.nodes[paid.term.node]?.type.kind === "number";
  return wanted.size === 0 && graded && gates.every(({ type }) => type.kind === "bool") ? "info" : undefined;
}

/** What the goal asks for, known from somewhere the agent cannot reach, and paid nowhere. */
function missingMeasures(facts: Facts): SignalDeclaration[] {
  return goalDependence(facts).unread.flatMap(({ signal }) => (isTrustworthy(signal) ? [signal] : []));
}

function report(input: PatternInput, paid: Paid, written: readonly SignalDeclaration[], severity: Severity): Finding {
  const { facts } = input;
  const { term, once } = paid;
  const names = quoteNames(written.map(({ name }) => name));
  const better = missingMeasures(facts)[0];
  const charged = term.role === "penalty";
  const amount = charged
    ? `charges by ${names}`
    : `pays by ${names}, ${Number.isFinite(once.hi) ? "up to " : ""}${sayNumber(once.hi)} each time`;
  const read = written.some(({ name }) => facts.reads(term.node).has(name)) ? term.node : (term.when ?? term.node);
  return {
    at: placeOf(facts, term.source, read),
    severity,
    message: `'${term.name}' ${amount}, and the agent can write ${written.length === 1 ? "that value" : "those values"} itself.`,
    why: charged
      ? "An agent that can write the number it is charged for writes the one that costs nothing."
      : "An agent that can write the number it is paid for writes the best one: it overwrites the file, the clock or the test process, whatever the work is worth.",
    help:
      better === undefined
        ? "Take the value from where the agent cannot reach (a verifier on a fresh copy), or pay only what such a value confirms: 'min(reported, verified)', 'when verified'."
        : `Pay '${better.name}' instead: the goal reads it, and the agent cannot write it.`,
    related: [
      ...written.map(({ source, name }) => ({ start: source[0], end: source[1], message: `the agent can write '${name}'` })),
      ...(better === undefined
        ? []
        : [{ start: better.source[0], end: better.source[1], message: `the goal reads '${better.name}', nothing paid does` }]),
    ],
    fixes: replacements(input, paid, written),
    witness: () => showForgery(input, paid, written),
  };
}

/** Reads the measure of the goal instead, where it is of the same kind. */
function replacements({ facts, text }: PatternInput, { term }: Paid, written: readonly SignalDeclaration[]): Fix[] {
  const [signal] = written;
  if (signal === undefined || written.length > 1 || (term.when !== undefined && facts.reads(term.when).has(signal.name)))
    return [];
  const alike = missingMeasures(facts).filter(
    ({ type, unit, timing, optional }) =>
      type.kind === signal.type.kind && unit === signal.unit && timing === signal.timing && optional === signal.optional,
  );
  return alike.flatMap(({ name }) => wrapReadings(text, term, signal.name, `Read '${name}' instead`, name));
}

/** Nothing happens but that the agent writes its values. */
function showForgery({ program }: PatternInput, { term }: Paid, written: readonly SignalDeclaration[]): Witness | undefined {
  const names = written.map(({ name }) => name);
  const forged = searchRecord(program, names, {}, (result) => result.unshaped ?? Number.NEGATIVE_INFINITY);
  return confirmWitness(
    program,
    oneRecord(program, "forged", forged),
    oneRecord(program, "idle", {}),
    (earned, honestly) =>
      `Writing ${quoteNames(names)} and doing nothing else earns ${sayNumber(earned)}; leaving ${names.length === 1 ? "it" : "them"} alone earns ${sayNumber(honestly)} ('${term.name}').`,
  );
}

/** A constraint that the agent meets by writing so. */
function checkRequires(facts: Facts): Finding[] {
  return facts.program.requires.flatMap((require): Finding[] => {
    const read = [...facts.reads(require.node)].flatMap((name) => facts.signals.get(name) ?? []);
    const written = read.filter(isForgeable);
    if (written.length === 0 || read.some((signal) => !isForgeable(signal))) return [];
    return [
      {
        at: placeOf(facts, require.source, require.node),
        severity: "warning",
        message: `'${require.name}' requires what only ${quoteNames(written.map(({ name }) => name))} tells, and the agent can write that itself.`,
        why: "A constraint that the agent can declare to be met constrains nothing.",
        help: "Check the condition where the agent cannot reach, and require that.",
        related: written.map(({ source, name }) => ({
          start: source[0],
          end: source[1],
          message: `the agent can write '${name}'`,
        })),
      },
    ];
  });
}
