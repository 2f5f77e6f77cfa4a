// What generated code exports beside `score`: types of its input, parameters, names of terms, options. It must not know `score`.
import type { Program, SignalDeclaration } from "../../runtime/program.ts";
import type { Emission } from "./emission.ts";
import { rawType } from "./inputs.ts";
import { propertyKey } from "./names.ts";
import { quote } from "./syntax-javascript.ts";
import { docComment, indent, spread } from "./text.ts";

interface Field {
  name: string;
  type: string;
  optional: boolean;
  doc?: string;
}

interface Shape {
  name: string;
  doc: string;
  fields: Field[];
}

/** The exported declarations, in reading order, each a group of lines. */
export function printDeclarations(emission: Emission): string[][] {
  const { program, typed } = emission;
  const shapes = inputShapes(program).map((shape) => (typed ? printInterface(shape) : printTypedef(shape)));
  const start = stepSignals(program).length > 0 || !program.oneShot ? [printStart(typed)] : [];
  return [
    ...shapes.slice(0, 1),
    ...start,
    ...shapes.slice(1),
    printParams(program),
    printTermNames(program, typed),
    printLimits(program, typed),
    printOptions(emission),
  ].filter((lines) => lines.length > 0);
}

const isFlag = (name: string): boolean => name === "terminated" || name === "truncated";

const stepSignals = (program: Program): SignalDeclaration[] =>
  program.signals.filter(({ timing, name }) => timing === "step" && !isFlag(name));

function inputShapes(program: Program): Shape[] {
  const once = program.signals.filter(({ timing }) => timing !== "step");
  const names: Field[] = ["id", "group"].map((name) => ({ name, type: "string", optional: true }));
  if (program.oneShot) {
    const fields = [...names.filter(({ name }) => !once.some((signal) => signal.name === name)), ...once.map(fieldOf)];
    return [
      { name: "Completion", doc: "One completion: all values of its record.", fields },
      {
        name: "Episode",
        doc: "The same as an episode; its values may stand in `end` or in its one step.",
        fields: [
          ...names,
          { name: "start", type: "Partial<Completion>", optional: true },
          { name: "steps", type: "Partial<Completion>[]", optional: false },
          { name: "end", type: "Partial<Completion>", optional: true },
        ],
      },
    ];
  }
  const flags = ["terminated", "truncated"].map((name) => {
    const declared = program.signals.find((signal) => signal.name === name && signal.timing === "step");
    return { name, type: "boolean", optional: true, doc: declared?.doc ?? FLAGS[name] };
  });
  const end: Shape = { name: "End", doc: "What is known once per episode.", fields: once.map(fieldOf) };
  return [
    {
      name: "Step",
      doc: "What is observed on each step, after the action.",
      fields: [...stepSignals(program).map(fieldOf), ...flags],
    },
    ...(once.length > 0 ? [end] : []),
    {
      name: "Episode",
      doc: "One episode, from its first step to its last.",
      fields: [
        ...names,
        { name: "start", type: "Start", optional: true },
        { name: "steps", type: "Step[]", optional: false },
        ...(once.length > 0 ? [{ name: "end", type: "End", optional: false }] : []),
      ],
    },
  ];
}

const FLAGS: Readonly<Record<string, string>> = {
  terminated: "The episode ended here for a reason of the task, as recorded; without it the spec decides.",
  truncated: "The episode was cut off here, as recorded.",
};

function fieldOf(signal: SignalDeclaration): Field {
  const type = rawType(signal.type);
  const missing = signal.optional || signal.tags.default !== undefined;
  return { name: signal.name, type: missing ? `${type} | null` : type, optional: missing, doc: describeSignal(signal) };
}

/** "the doc. [m/s], each in -5..5, from environment" */
function describeSignal({ doc, type, unit, range, integer, from, tags }: SignalDeclaration): string {
  const size = type.kind === "vector" ? `${type.size} ${type.of === "bool" ? "conditions" : "numbers"}` : "";
  const bool = type.kind === "bool" || (type.kind === "vector" && type.of === "bool");
  const values =
    range === undefined || bool || (type.kind === "text" && (type.alternatives !== undefined || range[1] === null))
      ? ""
      : `${type.kind === "vector" || type.kind === "list" ? "each in " : type.kind === "text" ? "length in " : ""}${rangeText(range)}`;
  const source = from === undefined ? "" : `from ${from.kind}${from.ids.length > 0 ? `(${from.ids.map(quote).join(", ")})` : ""}`;
  const facts = [
    unit === undefined ? "" : `[${unit}]`,
    size,
    integer ? "whole" : "",
    values,
    tags.saturates === true ? "values outside are moved to its ends" : "",
    tags.default === undefined ? "" : `${JSON.stringify(tags.default)} where absent`,
    source,
    tags.hazard === true ? "hazard" : "",
  ].filter((fact) => fact !== "");
  return [doc?.trim() ?? "", facts.join(", ")].filter((part) => part !== "").join("\n");
}

const rangeText = ([lo, hi]: readonly [number | null, number | null]): string => `${lo ?? "-inf"}..${hi ?? "inf"}`;

function printInterface({ name, doc, fields }: Shape): string[] {
  const lines = fields.flatMap((field) => [
    ...docComment(field.doc),
    `${propertyKey(field.name)}${field.optional ? "?" : ""}: ${field.type};`,
  ]);
  return [...docComment(doc), `export interface ${name} {`, ...indent(lines), "}"];
}

function printTypedef({ name, doc, fields }: Shape): string[] {
  const lines = fields.map(({ name: key, type, optional, doc: text }) => {
    const shown = text === undefined ? "" : ` ${text.replace(/\s*\n\s*/g, "; ")}`;
    return `@property {${type}} ${optional ? `[${key}]` : key}${shown}`;
  });
  return docComment([doc, `@typedef {object} ${name}`, ...lines].join("\n"));
}

function printStart(typed: boolean): string[] {
  const doc = "The state before the first action, under the same names.";
  return typed ? [`/** ${doc} */`, "export type Start = Partial<Step>;"] : [`/** ${doc} @typedef {Partial<Step>} Start */`];
}

function printParams({ params }: Program): string[] {
  if (params.length === 0) return [];
  const lines = params.flatMap(({ name, value, range, integer, unit, doc }) => {
    const facts = [unit === undefined ? "" : `[${unit}]`, integer ? "whole" : "", rangeText(range)]
      .filter((fact) => fact !== "")
      .join(", ");
    return [
      ...docComment([doc?.trim() ?? "", facts].filter((part) => part !== "").join("\n")),
      `${propertyKey(name)}: ${value},`,
    ];
  });
  return ["/** Tunable constants and their defaults. */", "export const params = {", ...indent(lines), "};"];
}

function printTermNames({ terms, shapings }: Program, typed: boolean): string[] {
  const names = [...terms, ...shapings].map(({ name }) => quote(name));
  return ["/** The names of what is paid. */", ...spread("export const terms = [", names, typed ? "] as const;" : "];")];
}

function printLimits({ limits }: Program, typed: boolean): string[] {
  if (limits.length === 0) return [];
  const lines = limits.flatMap(({ name, fold, comparison, bound, doc }) => [
    ...docComment(doc),
    `{ name: ${quote(name)}, fold: ${quote(fold)}, comparison: ${quote(comparison)}, bound: ${bound} },`,
  ]);
  const about =
    "Constraints over many episodes: the fold of what each adds to one, under `limits` of its result, against the bound.";
  return [`/** ${about} */`, "export const limits = [", ...indent(lines), typed ? "] as const;" : "];"];
}

function printOptions({ program, plan, typed }: Emission): string[] {
  const training = plan.order.some((id) => {
    const node = program.nodes[id];
    return node.op === "builtin" && node.name === "training";
  });
  const shape: Shape = {
    name: "Options",
    doc: "What a caller may change.",
    fields: [
      ...(program.params.length > 0 ? [{ name: "params", type: "Partial<typeof params>", optional: true }] : []),
      {
        name: "weights",
        type: typed ? "Partial<Record<(typeof terms)[number], number>>" : "Record<string, number>",
        optional: true,
        doc: "Weights that replace those of the spec, by term.",
      },
      ...(training ? [{ name: "training", type: "number", optional: true, doc: "Progress of training, 0..1." }] : []),
      {
        name: "onInvalid",
        type: '"report" | "throw"',
        optional: true,
        doc: "Whether a missing or impossible value is listed in the result or thrown.",
      },
    ],
  };
  return typed ? printInterface(shape) : printTypedef(shape);
}
