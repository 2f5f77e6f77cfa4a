// The "rules" of a settings file: each a severity, or an object with a severity and thresholds. It must not know the rest of the file.
import type { Severity } from "../../compiler/diagnostics.ts";
import { nearest } from "../../compiler/elaborate/suggest.ts";
import { familyByName } from "../patterns/families.ts";
import { patternByName } from "../patterns/index.ts";
import type { Pattern, Threshold } from "../patterns/pattern.ts";
import type { RuleSettings } from "../patterns/settings.ts";
import { type Complain, membersOf } from "./problems.ts";
import type { JsonMember, JsonObject, JsonValue } from "./read-json-tree.ts";
import type { RuleLayer } from "./settings-file.ts";

type Setting = NonNullable<RuleSettings["severity"]>;

export const severities: readonly Setting[] = ["off", "hint", "info", "warning", "error"] satisfies (Severity | "off")[];

export function readRules(object: JsonObject, complain: Complain): RuleLayer {
  const rules: Record<string, RuleSettings> = {};
  const families: Record<string, Setting> = {};
  for (const [name, member] of membersOf(object, complain)) {
    const pattern = patternByName.get(name);
    if (pattern !== undefined) {
      if (rules[pattern.name] !== undefined) {
        const { code } = pattern;
        complain(member.key, "repeated-setting", `${code} is ${pattern.name}, which is set above already; the last one counts.`);
      }
      rules[pattern.name] = readRule(pattern, member.value, complain);
    } else if (familyByName.has(name)) {
      const severity = readSeverity(member.value, complain);
      if (severity !== undefined) families[name] = severity;
    } else unknownRule(member, complain);
  }
  return { rules, families };
}

function unknownRule({ key }: JsonMember, complain: Complain): void {
  const close = nearest(key.text, [...patternByName.keys(), ...familyByName.keys()]);
  const otherwise =
    "Rules and their groups are listed by 'telos explain rules'. What is wrong with the language itself cannot be set.";
  const help = close === undefined ? otherwise : `Did you mean "${close}"?`;
  complain(key, "unknown-rule", `There is no rule ${JSON.stringify(key.text)}.`, help);
}

function readRule(pattern: Pattern, value: JsonValue, complain: Complain): RuleSettings {
  if (value.kind !== "object") return withSeverity(readSeverity(value, complain));
  const members = membersOf(value, complain);
  for (const [name, { key }] of members) {
    if (name === "severity" || name === "thresholds") continue;
    const help =
      pattern.thresholds?.[name] === undefined
        ? 'It has "severity" and "thresholds".'
        : `Put it in "thresholds": { "${name}": … }.`;
    complain(key, "unknown-setting", `A rule has no ${JSON.stringify(name)}.`, help);
  }
  const [severity, thresholds] = [members.get("severity")?.value, members.get("thresholds")?.value];
  return {
    ...withSeverity(severity && readSeverity(severity, complain)),
    ...(thresholds === undefined ? {} : { thresholds: readThresholds(pattern, thresholds, complain) }),
  };
}

const withSeverity = (severity: Setting | undefined): RuleSettings => (severity === undefined ? {} : { severity });

function readSeverity(value: JsonValue, complain: Complain): Setting | undefined {
  const severity = value.kind === "text" ? severities.find((each) => each === value.text) : undefined;
  if (severity !== undefined) return severity;
  const asked = value.kind === "text" ? nearest(value.text, severities) : undefined;
  const help = asked === undefined ? undefined : `Did you mean "${asked}"?`;
  complain(value, "wrong-setting", `A severity is one of ${severities.map((each) => `"${each}"`).join(", ")}.`, help);
  return undefined;
}

function readThresholds(pattern: Pattern, value: JsonValue, complain: Complain): Record<string, number> {
  const known = pattern.thresholds ?? {};
  if (value.kind !== "object") {
    complain(value, "wrong-setting", '"thresholds" is an object with names and numbers.');
    return {};
  }
  const thresholds: Record<string, number> = {};
  for (const [name, member] of membersOf(value, complain)) {
    const threshold = Object.hasOwn(known, name) ? known[name] : undefined;
    if (threshold === undefined) unknownThreshold(pattern, member, complain);
    else if (member.value.kind !== "number") {
      complain(member.value, "wrong-setting", `"${name}" is a number. ${threshold.doc}`);
    } else if (isWithin(member.value.number, threshold)) thresholds[name] = member.value.number;
    else {
      const message = `"${name}" is ${boundsText(threshold)}, but ${member.value.number} is set; its default, ${threshold.default}, counts.`;
      complain(member.value, "threshold-out-of-bounds", message);
    }
  }
  return thresholds;
}

function unknownThreshold({ name, thresholds = {} }: Pattern, { key }: JsonMember, complain: Complain): void {
  const names = Object.keys(thresholds);
  const close = nearest(key.text, names);
  const all = names.length === 0 ? "It has none." : `It has ${names.map((each) => `"${each}"`).join(", ")}.`;
  const help = close === undefined ? all : `Did you mean "${close}"?`;
  complain(key, "unknown-threshold", `${name} has no threshold ${JSON.stringify(key.text)}.`, help);
}

function isWithin(value: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Threshold): boolean {
  return Number.isFinite(value) && min <= value && value <= max;
}

function boundsText({ min, max }: Threshold): string {
  if (min !== undefined && max !== undefined) return `between ${min} and ${max}`;
  if (min !== undefined) return `at least ${min}`;
  return max === undefined ? "a finite number" : `at most ${max}`;
}
