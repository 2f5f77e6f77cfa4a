// How a project wants the patterns applied: which speak, how loudly, beyond which thresholds. It must not know where that is written.
import type { Severity } from "../../compiler/diagnostics.ts";
import type { Pattern } from "./pattern.ts";

export interface RuleSettings {
  severity?: Severity | "off";
  thresholds?: Readonly<Record<string, number>>;
}

export interface Settings {
  /** By name or code of a rule. */
  rules: Readonly<Record<string, RuleSettings>>;
  /** Rules of the preview group run too. */
  preview: boolean;
}

export const defaultSettings: Settings = { rules: {}, preview: false };

export function settingsFor({ rules }: Settings, pattern: Pattern): RuleSettings {
  return rules[pattern.name] ?? rules[pattern.code] ?? {};
}

/** A rule of the preview group also runs where it is named with a severity. */
export function isOn(settings: Settings, pattern: Pattern): boolean {
  const { severity } = settingsFor(settings, pattern);
  return severity === undefined ? pattern.preview !== true || settings.preview : severity !== "off";
}

/** Reads thresholds: as configured, else the pattern's default. An unknown name is a mistake of the rule. */
export function thresholdsOf(settings: Settings, pattern: Pattern): (name: string) => number {
  const { thresholds = {} } = settingsFor(settings, pattern);
  return (name) => {
    const own = pattern.thresholds?.[name];
    if (own === undefined) throw new Error(`${pattern.name} has no threshold '${name}'`);
    return thresholds[name] ?? own.default;
  };
}
