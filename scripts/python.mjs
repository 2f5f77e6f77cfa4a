// Finds the Python that generated modules are tested with.
// @ts-check
import { spawnSync } from "node:child_process";

export const python = process.env.TELOS_PYTHON ?? "python3";

/** Why generated Python cannot be tested here; undefined where it can. */
export function noPython() {
  const code = "import sys; sys.exit(sys.version_info < (3, 9))";
  const { status } = spawnSync(python, ["-c", code], { stdio: "ignore" });
  return status === 0 ? undefined : `there is no ${python} of version 3.9 or later. Install one, or name one in TELOS_PYTHON.`;
}
