// Holds `npm start` to what the README says: it shows the example on the terminal, then serves it with Telos loaded, until Ctrl-C.
// @ts-check
import assert from "node:assert/strict";
import path from "node:path";
import { launchBrowser } from "../browser.mjs";
import { startGroup } from "../process-group.mjs";
import { printTests, reportCounts } from "../report.mjs";
import { root } from "./provision.mjs";

const group = startGroup(process.execPath, [path.join(root, "scripts", "start.mjs"), "--no-open"], {
  cwd: root,
  stdio: ["ignore", "pipe", "pipe"],
});
let output = "";
for (const stream of [group.child.stdout, group.child.stderr])
  stream?.on("data", (chunk) => {
    output += chunk;
  });
let ended = false;
group.exited.then(() => {
  ended = true;
});

/** Waits for words on the terminal and gives what follows them on their line. */
async function printed(/** @type {RegExp} */ words) {
  for (const deadline = Date.now() + 240_000; Date.now() < deadline; ) {
    const found = words.exec(output);
    if (found) return found[0];
    assert.ok(!ended, `npm start ended early:\n${output.slice(0, 1500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`npm start never printed ${words}:\n${output}`);
}

let address = "";

/** @type {readonly [title: string, run: () => Promise<void>][]} */
const steps = [
  [
    "prints check, run and test of the example",
    async () => {
      await printed(/\$ telos check .*pendulum\.reward/);
      await printed(/\$ telos run [\s\S]*holds[\s\S]*hangs/);
      await printed(/\$ telos test [\s\S]*2 passed, 0 failed/);
    },
  ],
  [
    "prints an address that opens the example with Telos loaded by itself",
    async () => {
      address = await printed(/http:\/\/127\.0\.0\.1:\S+/);
      await printed(/Ctrl-C/);
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage();
        await page.goto(address, { timeout: 60_000 });
        await page.locator(".tab").filter({ hasText: "pendulum.reward" }).first().waitFor({ timeout: 60_000 });
        await page
          .locator(".codelens-decoration")
          .filter({ hasText: /Simulate.*holds/ })
          .first()
          .waitFor({ timeout: 60_000 });
      } finally {
        await browser.close();
      }
    },
  ],
  [
    "stops everything at Ctrl-C",
    async () => {
      group.child.kill("SIGINT");
      assert.equal(await group.exited, 130);
      await assert.rejects(fetch(new URL(address).origin), "the server still answers");
    },
  ],
];

/** @type {{ title: string, state: "passed" | "failed" | "skipped", ms: number, error?: string }[]} */
const outcomes = [];
for (const [title, step] of steps) {
  const started = performance.now();
  const broken = outcomes.some(({ state }) => state === "failed");
  const error = broken
    ? undefined
    : await step().then(
        () => undefined,
        (problem) => String(problem.stack),
      );
  outcomes.push({
    title: `npm start › ${title}`,
    state: broken ? "skipped" : error ? "failed" : "passed",
    ms: performance.now() - started,
    error,
  });
}
await group.stop();
printTests(outcomes);
const count = (/** @type {string} */ state) => outcomes.filter((outcome) => outcome.state === state).length;
reportCounts({ passed: count("passed"), failed: count("failed"), skipped: count("skipped") });
process.exit(count("failed") > 0 ? 1 : 0);
