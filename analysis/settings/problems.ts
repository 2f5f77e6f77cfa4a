// What can be wrong in a settings file, and the members of an object with what is wrong with their names.
import type { Span } from "../../grammar/span.ts";
import type { JsonMember, JsonObject } from "./read-json-tree.ts";

export type Complain = (at: Span, rule: SettingsProblem, message: string, help?: string) => void;

export const codes = {
  "broken-settings": "C001",
  "unknown-setting": "C002",
  "wrong-setting": "C003",
  "repeated-setting": "C004",
  "unknown-rule": "C005",
  "unknown-threshold": "C006",
  "threshold-out-of-bounds": "C007",
} as const;

export type SettingsProblem = keyof typeof codes;

/** The last of each name counts, as everywhere in JSON; the others are told. */
export function membersOf(object: JsonObject, complain: Complain): Map<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  for (const member of object.members) {
    const { key } = member;
    if (members.has(key.text))
      complain(key, "repeated-setting", `${JSON.stringify(key.text)} is set twice; the last one counts.`);
    members.set(key.text, member);
  }
  return members;
}
