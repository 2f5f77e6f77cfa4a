// How a test run tells what happened: lines for people, and counts in the file TELOS_COUNTS names for the run above it.
// @ts-check
import fs from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const marks = { passed: "✓", failed: "✗", skipped: "–" };

/** @param {readonly { title: string, state: "passed" | "failed" | "skipped", ms: number, error?: string }[]} tests */
export function printTests(tests) {
  for (const { title, state, ms, error } of tests) {
    console.log(`  ${marks[state]} ${title}${state === "skipped" ? "" : ` (${Math.round(ms)} ms)`}`);
    if (error) console.log(stripVTControlCharacters(error).replace(/^/gm, "      "));
  }
}

/** @param {Counts} counts */
export function reportCounts({ passed, failed, skipped }) {
  console.log(`  ${sentence({ passed, failed, skipped })}`);
  if (process.env.TELOS_COUNTS) fs.writeFileSync(process.env.TELOS_COUNTS, JSON.stringify({ passed, failed, skipped }));
}

/**
 * @param {Counts} counts
 * @returns {string}
 */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
