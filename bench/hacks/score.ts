// How the rules do on documented reward hacks: found in the reward that was gamed, quiet on its repair and on sound rewards.
import { readFileSync } from "node:fs";
import { check } from "../../analysis/check.ts";
import { patternByName } from "../../analysis/patterns/index.ts";
import type { HackClass } from "../../analysis/patterns/pattern.ts";
import { compile } from "../../compiler/compilation.ts";

export type Route = "a" | "b" | "c";

interface Incident {
  id: string;
  class: HackClass;
  expected: HackClass[];
  route: Route;
  pays: Record<"designed" | "fixed", Partial<Record<"exploit" | "intended", number>>>;
}

interface Records {
  incidents: Incident[];
  controls: { id: string }[];
  /** By file, by signal. */
  tags: Record<string, Record<string, string>>;
}

export interface Verdict {
  id: string;
  incident?: Incident;
  variant: "designed" | "fixed" | "control";
  /** Rules that warned, with the places. */
  rules: string[];
  /** Errors that are no findings of a rule. */
  rejected: string[];
  /** Of the incident's own class; of a class that applies to it; any warning. */
  strict: boolean;
  lenient: boolean;
  any: boolean;
}

const folder = new URL("./", import.meta.url);

export const records = JSON.parse(readFileSync(new URL("records.json", folder), "utf8")) as Records;

/** A spec as its designer may have handed it in; the scenarios that show the answer are cut out unless `whole`. */
export function readSpec(file: string, { tagged = false, whole = false } = {}): string {
  const text = readFileSync(new URL(`specs/${file}.reward`, folder), "utf8");
  const tags = tagged ? Object.entries(records.tags[file] ?? {}) : [];
  const written = tags.reduce((result, [signal, tag]) => addTag(result, signal, tag), text);
  return whole ? written : cutAnswers(written);
}

const addTag = (text: string, signal: string, tag: string): string =>
  text.replace(new RegExp(`^(\\s*(?:signal )?${signal} *:[^\\n/]*?)( *)(//|$)`, "m"), `$1 ${tag}$2$3`);

function cutAnswers(text: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^\s*scenario (exploit|probe_\d+)\b/.test(line));
  if (start < 0) return text;
  let depth = 0;
  let end = start;
  for (; end < lines.length; end++) {
    depth += lines[end]!.split("{").length - lines[end]!.split("}").length;
    if (depth <= 0) break;
  }
  return cutAnswers([...lines.slice(0, start), ...lines.slice(end + 1)].join("\n"));
}

export function judge(file: string, variant: Verdict["variant"], incident?: Incident, tagged = false): Verdict {
  const found = check(compile(readSpec(file, { tagged })));
  const loud = found.filter(({ severity }) => severity === "warning" || severity === "error");
  const findings = loud.filter(({ rule }) => patternByName.has(rule));
  const classes = new Set(findings.flatMap(({ rule }) => patternByName.get(rule)!.classes));
  return {
    id: file,
    ...(incident === undefined ? {} : { incident }),
    variant,
    rules: findings.map(({ code, rule }) => `${code} ${rule}`),
    rejected: loud.filter(({ rule, severity }) => severity === "error" && !patternByName.has(rule)).map(({ message }) => message),
    strict: incident !== undefined && classes.has(incident.class),
    lenient: incident?.expected.some((each) => classes.has(each)) ?? false,
    any: findings.length > 0,
  };
}

export function judgeAll(tagged = false): Verdict[] {
  return [
    ...records.incidents.flatMap((incident) => [
      judge(`${incident.id}.designed`, "designed", incident, tagged),
      judge(`${incident.id}.fixed`, "fixed", incident, tagged),
    ]),
    ...records.controls.map(({ id }) => judge(id, "control", undefined, tagged)),
  ];
}
