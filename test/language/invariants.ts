// What holds for the compilation of any text, valid or not.
import { expect } from "vitest";
import { check } from "../../analysis/check.ts";
import { type Compilation, compile } from "../../compiler/compilation.ts";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Host } from "../../compiler/files/host.ts";
import { joinTiming } from "../../compiler/types/timing.ts";
import { readsOf } from "../../runtime/bodies.ts";
import type { Program } from "../../runtime/program.ts";

/** Compiles, and fails where the result is not one that everything else may rely on. */
export function expectSound(text: string, host?: Host): Compilation {
  const compilation = compile(text, host);
  const { model, diagnostics } = compilation;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const diagnostic of [...diagnostics, ...check(compilation)]) expectInside(diagnostic, text, compilation);
  expect(diagnostics.filter(({ code }) => code === "X001")).toEqual([]);
  for (const { program, definition } of model.rewards) {
    if (program !== undefined) expectWhole(program, text);
    else expect(errors.length, `'${definition.name}' has no program and nothing says why`).toBeGreaterThan(0);
  }
  for (const { start, end, definition } of model.references) {
    expect(text.slice(start, end)).toBe(definition.name);
  }
  return compilation;
}

/** Of each place in the file it lies in. */
function expectInside({ start, end, message, fixes = [], related = [] }: Diagnostic, text: string, { files }: Compilation): void {
  for (const span of [{ start, end, file: undefined }, ...related, ...fixes.flatMap(({ edits }) => edits)]) {
    const file = "file" in span ? span.file : undefined;
    const { length } = file === undefined ? text : files.get(file)!.text;
    expect(0 <= span.start && span.start <= span.end && span.end <= length, `${message} ${span.start}..${span.end}`).toBe(true);
  }
}

/** Plain data, and every argument before its user. */
function expectWhole(program: Program, text: string): void {
  expect(JSON.parse(JSON.stringify(program))).toEqual(program);
  for (const { source } of [...program.nodes, ...program.signals]) {
    if (source !== undefined) expect(0 <= source[0] && source[1] <= text.length, `${source}`).toBe(true);
  }
  for (const [id, node] of program.nodes.entries()) {
    const args = "args" in node ? node.args : node.op === "previous" ? [node.starts] : [];
    for (const arg of args) expect(arg >= 0 && arg < id, `node ${id} reads ${arg}`).toBe(true);
    if (node.op === "previous") expect(program.nodes[node.of]?.op, `node ${id}`).toBe("state");
    expectInTime(program, id);
  }
}

/** Whatever is read exists by then: what is known at the end reads steps only by folding them. A state may go through constants. */
export function expectInTime({ nodes }: Program, id: number): void {
  const node = nodes[id]!;
  if (!["apply", "for", "if", "element", "default", "reduce", "vector", "component"].includes(node.op)) return;
  for (const read of readsOf(node)) {
    const { op, timing } = nodes[read]!;
    if (op !== "previous") expect(joinTiming(timing, node.timing), `node ${id} reads ${read}`).toBe(node.timing);
  }
}
