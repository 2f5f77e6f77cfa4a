// The documented hacks pay in Telos what their records say: the exploit and the intended behaviour, before and after the repair.
import { describe, expect, it } from "vitest";
import { readSpec, records } from "../../bench/hacks/score.ts";
import { compile } from "../../compiler/compilation.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { shownEpisodes } from "../../runtime/scenario.ts";

describe.each(records.incidents.map((incident) => [incident.id, incident] as const))("%s", (id, { pays }) => {
  it.each(["designed", "fixed"] as const)("%s", (variant) => {
    const { programs, diagnostics } = compile(readSpec(`${id}.${variant}`, { whole: true }));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const program = programs[0]!;
    for (const name of ["intended", "exploit"] as const) {
      const wanted = pays[variant][name];
      if (wanted === undefined) continue;
      const episode = shownEpisodes(program).find((each) => each.id === name)!;
      const [result] = evaluate(program, [episode]);
      expect(result!.invalid).toEqual([]);
      // Records have six digits.
      expect(Math.abs(result!.discounted! - wanted), `${name}: ${result!.discounted} instead of ${wanted}`).toBeLessThanOrEqual(
        1e-5 * (1 + Math.abs(wanted)),
      );
    }
  });
});
