// What one `telos.json` says, and what follows from it for one spec. It must not know where the file lies or how it is written.
import { matchGlob } from "../data/glob.ts";
import { familyByName } from "../patterns/families.ts";
import type { RuleSettings, Settings } from "../patterns/settings.ts";

/** Some of the settings of rules, as they stand in one object. */
export interface RuleLayer {
  /** By the rule's name. */
  rules: Readonly<Record<string, RuleSettings>>;
  /** By the family's name; a rule's own severity goes before it. */
  families: Readonly<Record<string, NonNullable<RuleSettings["severity"]>>>;
}

export interface SettingsFile {
  preview: boolean;
  base: RuleLayer;
  /** Later ones go before earlier ones. */
  overrides: readonly (RuleLayer & { files: readonly string[] })[];
}

export const noSettings: SettingsFile = { preview: false, base: { rules: {}, families: {} }, overrides: [] };

/** The settings of the spec at `path`, which is relative to the folder of the settings file and has forward slashes. */
export function settingsOf({ preview, base, overrides }: SettingsFile, path: string): Settings {
  const layers = [base, ...overrides.filter(({ files }) => files.some((pattern) => matches(pattern, path)))];
  const rules: Record<string, RuleSettings> = {};
  const set = (name: string, { severity, thresholds }: RuleSettings) => {
    const known = rules[name] ?? {};
    rules[name] = {
      ...known,
      ...(severity === undefined ? {} : { severity }),
      ...(thresholds === undefined ? {} : { thresholds: { ...known.thresholds, ...thresholds } }),
    };
  };
  for (const layer of layers) {
    for (const [name, severity] of Object.entries(layer.families)) {
      for (const pattern of familyByName.get(name)?.patterns ?? []) {
        // A family speaks louder or softer; what is off without a word of its own stays off.
        if (pattern.preview !== true || preview || severity === "off") set(pattern.name, { severity });
      }
    }
    for (const [name, own] of Object.entries(layer.rules)) set(name, own);
  }
  return { rules, preview };
}

/** A pattern without a slash means names of files in any folder; one that ends with a slash all that lies in the folder. */
function matches(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^\.\//, "");
  if (plain.endsWith("/")) return matchGlob(`${plain}**`, path);
  return matchGlob(plain.includes("/") ? plain : `**/${plain}`, path);
}
