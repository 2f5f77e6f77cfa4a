// Runs test modules with mocha inside VS Code's extension host and writes what happened to a file. It must not know what they test.
import fs from "node:fs";
import Mocha from "mocha";

export interface HostTest {
  title: string;
  state: "passed" | "failed" | "skipped";
  ms: number;
  error?: string;
}

/** What the runner outside reads. `done` is false while tests run, so that a killed host leaves the truth behind. */
export interface HostResults {
  done: boolean;
  tests: HostTest[];
}

/**
 * Loads the modules, runs the tests they declare, resolves when all passed and rejects when one failed.
 * Reads two variables: TELOS_HOST_RESULTS (file to write) and TELOS_HOST_GREP (run only tests whose titles match).
 */
export async function runMocha(modules: readonly (() => Promise<unknown>)[]): Promise<void> {
  const { TELOS_HOST_RESULTS: file, TELOS_HOST_GREP: grep } = process.env;
  const mocha = new Mocha({
    ui: "tdd",
    timeout: 30_000,
    grep: grep || undefined,
    reporter: silent as unknown as Mocha.ReporterConstructor,
  });
  mocha.suite.emit("pre-require", {}, "", mocha);
  for (const load of modules) await load();

  const results: HostResults = { done: false, tests: [] };
  const write = () => file && fs.writeFileSync(file, JSON.stringify(results));
  write();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const record = (state: HostTest["state"]) => (test: Mocha.Runnable, error?: Error) => {
      results.tests.push({
        title: test.titlePath().join(" › "),
        state,
        ms: test.duration ?? 0,
        error: error?.stack ?? error?.message,
      });
      write();
    };
    runner.on("pass", record("passed")).on("pending", record("skipped")).on("fail", record("failed"));
  });
  results.done = true;
  write();
  if (failures > 0) throw new Error(`${failures} of ${results.tests.length} tests failed.`);
}

/** The workbench's log is no place for a report; the runner outside prints one from the file. */
function silent() {}
