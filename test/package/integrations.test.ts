// The GitHub Action and the pre-commit hooks: what their files say must be there, and their command lines must do what is promised.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./manifest.ts";

const { load } = createRequire(import.meta.url)("js-yaml") as { load(text: string): unknown };
const read = (file: string) => load(fs.readFileSync(path.join(root, file), "utf8"));

interface Action {
  name: string;
  inputs: Record<string, { default: string; description: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: { id?: string; shell?: string; uses?: string; run?: string; env?: Record<string, string> }[] };
}
interface Hook {
  id: string;
  name: string;
  language: string;
  entry: string;
  files: string;
  require_serial: boolean;
}

const action = read("action.yml") as Action;
const hooks = read(".pre-commit-hooks.yaml") as Hook[];
const built = fs.existsSync(path.join(root, "dist", "cli.cjs"));

let folder = "";
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "telos-ci-"));
  const good = "reward Good {\n  signal a : bool from verifier\n  goal g = a\n  objective x = a\n}\n";
  fs.mkdirSync(path.join(folder, "rewards"));
  fs.writeFileSync(path.join(folder, "rewards", "good.reward"), good);
  fs.writeFileSync(path.join(folder, "bad one.reward"), "reward Bad {\n  objective x = nothing\n}\n");
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test("the action is composite, runs nothing but this repository, and passes inputs as variables", () => {
  expect(action.runs.using).toBe("composite");
  for (const step of action.runs.steps) {
    expect(step.uses).toBeUndefined();
    // What stands in a workflow must not become words of a shell.
    expect(step.run).not.toContain("${{");
    expect(step.shell).toBe("bash");
    for (const value of Object.values(step.env ?? {})) expect(Object.keys(action.inputs)).toContain(inputIn(value));
  }
  for (const { description } of Object.values(action.inputs)) expect(description).not.toBe("");
});

const inputIn = (value: string) => /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1];

test("the documentation names every input, hook and format", () => {
  const page = fs.readFileSync(path.join(root, "docs/continuous-integration.md"), "utf8");
  for (const name of [...Object.keys(action.inputs), ...hooks.map(({ id }) => id)]) expect(page).toContain(`\`${name}\``);
  const workflows = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => load(text!) as Record<string, unknown>);
  expect(workflows).toHaveLength(3);
  const jobs = workflows[0]!.jobs as { check: { steps: { with?: Record<string, string> }[] } };
  const used = jobs.check.steps.flatMap((step) => Object.keys(step.with ?? {}));
  expect(used.filter((name) => !(name in action.inputs))).toEqual(["sarif_file", "category"]);
  const repos = workflows[2]!.repos as { hooks: { id: string }[] }[];
  expect(repos[0]!.hooks.every(({ id }) => hooks.some((hook) => hook.id === id))).toBe(true);
});

describe.skipIf(!built || process.platform === "win32")("run", () => {
  /** The action's steps as a runner runs them. */
  function act(inputs: Record<string, string>) {
    const [output, summary] = ["output", "summary"].map((name) => path.join(folder, `${name}.txt`));
    for (const file of [output!, summary!]) fs.writeFileSync(file, "");
    let result = { status: 0 as number | null, stdout: "", stderr: "" };
    for (const { run, env = {} } of action.runs.steps) {
      const values = Object.fromEntries(
        Object.entries(env).map(([name, value]) => [name, inputs[inputIn(value)!] ?? action.inputs[inputIn(value)!]!.default]),
      );
      result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run!], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, ...values, GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
      });
      if (result.status !== 0) break;
    }
    return { ...result, output: fs.readFileSync(output!, "utf8"), summary: fs.readFileSync(summary!, "utf8") };
  }

  test("the action annotates, writes SARIF and cards, and fails where something is wrong", () => {
    const { status, stdout, output, summary } = act({ sarif: "reports/telos.sarif" });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=bad one\.reward,line=2,/);
    expect(output).toBe("sarif=reports/telos.sarif\n");
    expect(JSON.parse(fs.readFileSync(path.join(folder, "reports/telos.sarif"), "utf8")).runs[0].results).toHaveLength(1);
    expect(summary).toContain("# Reward card: Good");
  });

  test("the action passes where nothing is, and says why where it cannot run", () => {
    expect(act({ files: "rewards\n", card: "false", "max-warnings": "0" })).toMatchObject({ status: 0, summary: "", output: "" });
    expect(act({ files: "absent.reward" })).toMatchObject({ status: 2, stderr: expect.stringContaining("does not exist") });
    expect(act({ files: "$(touch hacked) ;touch hacked" }).status).toBe(2);
    expect(fs.existsSync(path.join(folder, "hacked"))).toBe(false);
  });

  test.each(hooks.map((hook) => [hook.id, hook] as const))("%s takes the files that pre-commit names", (_, hook) => {
    expect(hook).toMatchObject({ language: "script", require_serial: true });
    expect("a/b.reward").toMatch(new RegExp(hook.files));
    expect("a.reward.md").not.toMatch(new RegExp(hook.files));
    const [script, ...words] = hook.entry.split(" ");
    const file = path.join(root, script!);
    expect(fs.statSync(file).mode & 0o111).not.toBe(0);
    const run = (...files: string[]) => spawnSync(file, [...words, ...files], { cwd: folder, encoding: "utf8" }).status;
    expect(run("rewards/good.reward")).toBe(0);
    expect(run("rewards/good.reward", "bad one.reward")).not.toBe(hook.id === "telos-format" ? 1 : 0);
  });
});
