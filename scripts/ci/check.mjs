// What the GitHub Action does: checks the files it was given, writes SARIF beside, and puts the reward cards into the job's summary.
// Its inputs are variables, because words of a workflow must not become words of a shell.
// @ts-check
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const telos = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "telos.mjs");
const { TELOS_FILES = "", TELOS_FORMAT, TELOS_MAX_WARNINGS, TELOS_SARIF, TELOS_CARD } = process.env;
const { GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = process.env;

const files = TELOS_FILES.split(/\s+/).filter(Boolean);
const limit = TELOS_MAX_WARNINGS ? ["--max-warnings", TELOS_MAX_WARNINGS] : [];

/** @param {readonly string[]} options */
const check = (options, output = /** @type {"inherit" | "ignore"} */ ("inherit")) =>
  spawnSync(process.execPath, [telos, "check", ...(files.length > 0 ? files : ["."]), ...options], {
    stdio: ["ignore", output, "inherit"],
  }).status ?? 2;

const status = check(["--format", TELOS_FORMAT || "github", ...limit]);
// Where it cannot run, it has said why; more of the same helps nobody.
if (status !== 2 && TELOS_SARIF) {
  check(["--format", "sarif", "--output", TELOS_SARIF]);
  if (GITHUB_OUTPUT) fs.appendFileSync(GITHUB_OUTPUT, `sarif=${TELOS_SARIF}\n`);
}
if (status !== 2 && TELOS_CARD !== "false" && GITHUB_STEP_SUMMARY) {
  const card = path.join(path.dirname(GITHUB_STEP_SUMMARY), "telos-card.md");
  check(["--format", "card", "--output", card], "ignore");
  // A summary holds at most 1 MiB.
  fs.appendFileSync(GITHUB_STEP_SUMMARY, fs.readFileSync(card, "utf8").slice(0, 900_000));
  fs.rmSync(card, { force: true });
}
process.exit(status);
