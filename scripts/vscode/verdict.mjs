// Turns what a run in the extension host left behind into a verdict. Pure: no files, no processes.
// @ts-check

/**
 * @typedef {object} Evidence
 * @property {number | null} code what VS Code reported; null when it reported nothing
 * @property {import("../../test/host/run-mocha.ts").HostResults | null} results what the suite wrote; null when it wrote nothing
 * @property {string} [trouble] anything the runner saw itself: a time-out, a host that died
 *
 * @typedef {{ exit: 0 | 1 | 2, reason: string, passed: number, failed: number, skipped: number }} Verdict
 */

/**
 * 0: all passed. 1: tests failed. 2: no verdict. VS Code's own code is not enough: it reports 0 when its extension host is killed.
 * @param {Evidence} evidence
 * @returns {Verdict}
 */
export function judge({ code, results, trouble }) {
  const count = (/** @type {string} */ state) => results?.tests.filter((test) => test.state === state).length ?? 0;
  const counts = { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
  const verdict = (/** @type {0 | 1 | 2} */ exit, /** @type {string} */ reason) => ({ exit, reason, ...counts });
  if (!results) return verdict(2, trouble ?? "The suite could not be loaded, or never started.");
  if (!results.done) return verdict(2, trouble ?? `The extension host ended after ${results.tests.length} tests.`);
  if (trouble) return verdict(2, trouble);
  if (counts.passed + counts.failed === 0) return verdict(2, "No test ran.");
  if (code === null) return verdict(2, "VS Code reported no result.");
  if ((code === 0) !== (counts.failed === 0)) return verdict(2, `VS Code reported ${code}, but ${counts.failed} tests failed.`);
  return counts.failed > 0 ? verdict(1, `${counts.failed} tests failed.`) : verdict(0, "All tests passed.");
}
