// `telos.json`: what it may say, what follows from it for a file, and what is said about what is wrong in it.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../analysis/check.ts";
import { families } from "../../../analysis/patterns/families.ts";
import { patterns } from "../../../analysis/patterns/index.ts";
import { isOn, thresholdsOf } from "../../../analysis/patterns/settings.ts";
import { parseSettings } from "../../../analysis/settings/parse-settings.ts";
import { settingsOf } from "../../../analysis/settings/settings-file.ts";
import { starterSettings } from "../../../cli/starter.ts";
import { compile } from "../../../compiler/compilation.ts";
import { settingsSchema } from "../../../scripts/generate-settings-schema.mts";

/** `line:column rule: message`, counted from 1. */
function problemsOf(text: string): string[] {
  return parseSettings(text).problems.map(({ start, rule, message, help }) => {
    const before = text.slice(0, start).split("\n");
    return `${before.length}:${before.at(-1)!.length + 1} ${rule}: ${message}${help === undefined ? "" : ` ${help}`}`;
  });
}

const severityIn = (text: string, path: string, rule: string) =>
  settingsOf(parseSettings(text).settings, path).rules[rule]?.severity;

const tunable = patterns.flatMap((pattern) =>
  Object.entries(pattern.thresholds ?? {}).map(([name, own]) => ({ pattern, name, own })),
);
const bounded = tunable.find(({ own }) => own.min !== undefined);

describe("what it says", () => {
  it("takes rules by name and by code, with comments and trailing commas", () => {
    const text = `{
  // A training run was lost to this.
  "rules": {
    "stay-alive-farm": "error", /* loud */
    "RH303": { "severity": "off" },
  },
}`;
    expect(problemsOf(text)).toEqual([]);
    expect(severityIn(text, "a.reward", "stay-alive-farm")).toBe("error");
    expect(severityIn(text, "a.reward", "dense-outweighs-terminal")).toBe("off");
    expect(severityIn(text, "a.reward", "scale-mismatch")).toBeUndefined();
  });

  it("takes a whole group, and a rule's own word before its group's", () => {
    const text = '{ "rules": { "stay-alive-farm": "info", "episodes": "off" } }';
    expect(severityIn(text, "a.reward", "dense-outweighs-terminal")).toBe("off");
    expect(severityIn(text, "a.reward", "stay-alive-farm")).toBe("info");
  });

  it("lets later overrides go before earlier ones, and each before the base", () => {
    const text = `{
  "rules": { "stay-alive-farm": "error" },
  "overrides": [
    { "files": ["legacy/**", "old/"], "rules": { "stay-alive-farm": "off" } },
    { "files": "kept.reward", "rules": { "stay-alive-farm": "hint" } }
  ]
}`;
    expect(problemsOf(text)).toEqual([]);
    const severity = (path: string) => severityIn(text, path, "stay-alive-farm");
    expect(severity("a.reward")).toBe("error");
    expect(severity("legacy/deep/a.reward")).toBe("off");
    expect(severity("old/a.reward")).toBe("off");
    expect(severity("notlegacy/a.reward")).toBe("error");
    expect(severity("legacy/kept.reward")).toBe("hint");
  });

  it("switches the preview group, and a single rule of it by naming it", () => {
    const preview = { ...patterns[0]!, preview: true };
    const on = (text: string) => isOn(settingsOf(parseSettings(text).settings, "a.reward"), preview);
    expect(on("{}")).toBe(false);
    expect(on('{ "preview": true }')).toBe(true);
    expect(on(`{ "rules": { "${preview.name}": "hint" } }`)).toBe(true);
    expect(on(`{ "preview": true, "rules": { "${preview.name}": "off" } }`)).toBe(false);
  });

  it.skipIf(bounded === undefined)("gives a rule its thresholds", () => {
    const { pattern, name, own } = bounded!;
    const text = `{ "rules": { "${pattern.name}": { "thresholds": { "${name}": ${own.min} } } } }`;
    expect(problemsOf(text)).toEqual([]);
    expect(thresholdsOf(settingsOf(parseSettings(text).settings, "a.reward"), pattern)(name)).toBe(own.min);
  });

  it("changes what a check tells", () => {
    const spec = `reward R {
  signal ok : bool from verifier
  signal rm : number from model("rm")
  goal solved = ok
  objective help = rm
}`;
    const told = (text: string) =>
      check(compile(spec), settingsOf(parseSettings(text).settings, "a.reward")).find(({ code }) => code === "RH101")?.severity;
    expect(told("{}")).toBe("error");
    expect(told('{ "rules": { "RH101": "warning" } }')).toBe("warning");
    expect(told('{ "rules": { "RH101": "off" } }')).toBeUndefined();
    expect(told('{ "rules": { "bounds": "info" } }')).toBe("info");
  });
});

describe("what is wrong in it", () => {
  it.each([
    [
      '{ "rules": { "stay-alive-fram": "off" } }',
      '1:14 unknown-rule: There is no rule "stay-alive-fram". Did you mean "stay-alive-farm"?',
    ],
    ['{ "rules": { "RH303": "warn" } }', '1:23 wrong-setting: A severity is one of "off", "hint", "info", "warning", "error".'],
    ['{ "rules": { "RH303": 2 } }', "1:23 wrong-setting: A severity"],
    ['{ "rules": [] }', '1:12 wrong-setting: "rules" is an object'],
    [
      '{ "rules": { "RH303": { "thresholds": { "nothing": 1 } } } }',
      '1:41 unknown-threshold: dense-outweighs-terminal has no threshold "nothing".',
    ],
    ['{ "rules": { "RH303": { "level": "off" } } }', '1:25 unknown-setting: A rule has no "level".'],
    ['{\n  "rule": {}\n}', '2:3 unknown-setting: There is no setting "rule". Did you mean "rules"?'],
    ['{ "preview": "yes" }', '1:14 wrong-setting: "preview" is true or false.'],
    ['{ "overrides": {} }', '1:16 wrong-setting: "overrides" is a list'],
    ['{ "overrides": [{ "rules": {} }] }', "1:17 wrong-setting: This override does not say for which files"],
    ['{ "overrides": [{ "files": ["../a/**"] }] }', "1:29 wrong-setting: The path must not leave the folder of telos.json"],
    ['{ "rules": { "RH303": "off", "dense-outweighs-terminal": "error" } }', "1:30 repeated-setting: RH303 is"],
    ['{ "preview": true, "preview": false }', '1:20 repeated-setting: "preview" is set twice; the last one counts.'],
    ["[]", "1:1 wrong-setting: The settings are one object"],
    ['{ "preview": true', "1:1 broken-settings: This '{' is never closed"],
    ['{ "preview" true }', "1:13 broken-settings: ':' is expected"],
  ])("says it of %s", (text, part) => {
    const [first, ...more] = problemsOf(text);
    expect(first?.slice(0, part.length)).toBe(part);
    expect(more).toEqual([]);
  });

  it.skipIf(bounded === undefined)("says that a threshold is out of its bounds, or no number", () => {
    const { pattern, name, own } = bounded!;
    const set = (value: string) =>
      `{ "rules": { "${pattern.name}": { "severity": "info", "thresholds": { "${name}": ${value} } } } }`;
    expect(problemsOf(set(String(own.min! - 1)))[0]).toMatch(/threshold-out-of-bounds: /);
    expect(problemsOf(set('"2"'))[0]).toMatch(/wrong-setting: ".*" is a number/);
    expect(thresholdsOf(settingsOf(parseSettings(set("-1e300")).settings, "a.reward"), pattern)(name)).toBe(own.default);
    expect(severityIn(set("-1e300"), "a.reward", pattern.name)).toBe("info");
  });

  it("leaves the rest as it is said", () => {
    const text = `{
  "rules": { "RH303": "off" "nothing": "off", "stay-alive-farm": "error", "RH101": [1, 2 },
  "preview": true
}`;
    expect(problemsOf(text).map((problem) => problem.slice(0, 20))).toEqual(["2:29 broken-settings", "2:84 wrong-setting: "]);
    const { rules, preview } = settingsOf(parseSettings(text).settings, "a.reward");
    expect(rules).toMatchObject({ "dense-outweighs-terminal": { severity: "off" }, "stay-alive-farm": { severity: "error" } });
    expect(preview).toBe(true);
  });

  it("never throws and always ends, whatever the text", () => {
    const piece = fc.constantFrom(
      ...'{}[]:,"\\/*tf1-.\n ',
      '"rules"',
      '"RH303"',
      '"off"',
      '"overrides"',
      '"files"',
      "true",
      "__proto__",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        for (const { start, end } of parseSettings(text).problems)
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("finds nothing in what JSON itself can write", () => {
    const value = fc.dictionary(fc.constantFrom("stay-alive-farm", "RH303"), fc.constantFrom("off", "error"), { maxKeys: 2 });
    fc.assert(
      fc.property(value, fc.boolean(), fc.constantFrom(undefined, 2, "\t"), (rules, preview, indent) => {
        expect(problemsOf(JSON.stringify({ preview, rules }, null, indent))).toEqual([]);
      }),
    );
  });
});

it("the settings that the documentation shows, and those that 'telos init' writes, are right", () => {
  const page = readFileSync("docs/configuration.md", "utf8");
  const shown = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text!);
  expect(shown.length).toBeGreaterThan(0);
  for (const text of [...shown, starterSettings]) expect(problemsOf(text)).toEqual([]);
});

describe("the schema that editors check it against", () => {
  const schema = JSON.parse(settingsSchema());

  it("knows every rule by name and code, every group, and every threshold with its bounds", () => {
    const known = schema.definitions.rules.properties;
    for (const { name, code, summary, thresholds = {} } of patterns) {
      expect(known[name].description).toContain(summary);
      expect(known[code].$ref).toBe(`#/definitions/rules/properties/${name}`);
      const own = known[name].anyOf[1].properties.thresholds?.properties ?? {};
      expect(Object.keys(own)).toEqual(Object.keys(thresholds));
      for (const [key, { default: usual, min, max }] of Object.entries(thresholds)) {
        expect(own[key]).toMatchObject({ type: "number", default: usual });
        expect([own[key].minimum, own[key].maximum]).toEqual([min, max]);
      }
    }
    for (const { name, summary } of families) {
      expect(known[name]).toBeDefined();
      expect(summary, name).not.toBe("");
    }
  });

  it("allows at the top what the reader knows, and nothing else", () => {
    const names = Object.keys(schema.properties);
    expect(
      problemsOf(`{ ${names.map((name) => `"${name}": null`).join(", ")} }`).filter((each) => each.includes("unknown-")),
    ).toEqual([]);
    expect(schema.additionalProperties).toBe(false);
  });
});
