// `telos compile`: executable code, self-contained.
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { printPython, pythonModuleName } from "../../compiler/emit/python.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import type { Program } from "../../runtime/program.ts";
import { type Command, exit, type Output, readWords } from "../command.ts";
import { firstErrors } from "../errors.ts";
import { readSpec, type Spec, writeText } from "../files.ts";

interface Target {
  /** What a module of this name is kept in. */
  file(name: string): string;
  print(program: Program): string;
}

const targets: Record<string, Target> = {
  ts: { file: (name) => `${name}.ts`, print: printTypeScript },
  js: { file: (name) => `${name}.js`, print: printJavaScript },
  python: { file: (name) => `${pythonModuleName(name)}.py`, print: printPython },
};

export const compileCommand: Command = {
  name: "compile",
  usage: "compile FILE --target ts|js|python [--reward NAME] [-o DIR]",
  summary: "Print executable TypeScript, JavaScript or Python.",
  run(args, io) {
    const words = readWords(args, {
      target: { type: "string" },
      reward: { type: "string" },
      out: { type: "string", short: "o" },
    });
    if (typeof words === "string") return fail(io, words);
    const { target: wanted = "ts", out } = words.values;
    const target = targets[String(wanted)];
    if (target === undefined) return fail(io, "--target is ts, js or python.");
    if (words.files.length !== 1) return fail(io, "Name one .reward file.");
    const spec = readSpec(words.files[0]!);
    if (typeof spec === "string") return fail(io, spec);
    const programs = chosen(spec, words.values.reward);
    if (programs.length === 0) return fail(io, firstErrors(spec));
    if (out === undefined && programs.length > 1)
      return fail(io, `${spec.path} has ${programs.length} rewards; name one with --reward, or a folder with -o.`);
    return write(programs, spec, target, out === undefined ? undefined : String(out), io);
  },
};

function chosen(spec: Spec, name: string | boolean | undefined): Program[] {
  return spec.compilation.programs.filter((program) => name === undefined || program.name === name);
}

function write(programs: Program[], spec: Spec, target: Target, out: string | undefined, io: Output): number {
  if (out === undefined) {
    io.out(target.print(programs[0]!));
    return exit.clean;
  }
  mkdirSync(out, { recursive: true });
  for (const program of programs) {
    const stem = programs.length === 1 ? basename(spec.path).replace(/\.reward$/, "") : program.name;
    const path = join(out, target.file(stem));
    const failed = writeText(path, target.print(program));
    if (failed !== undefined) return fail(io, failed);
    io.out(`${path}\n`);
  }
  return exit.clean;
}

function fail(io: Output, message: string): number {
  io.error(`telos compile: ${message}\n`);
  return exit.usage;
}
