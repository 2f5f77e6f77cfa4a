// What the parts of the printer share while one module is printed. It must not print anything itself.
import type { NodeId, Program, ValueType } from "../../runtime/program.ts";
import { type Composer, createComposer } from "./compose.ts";
import { freshNames, type Names } from "./names.ts";
import { makePlan, type Plan } from "./plan.ts";
import { operatorFunctions } from "./support.generated.ts";
import { javascriptSyntax } from "./syntax-javascript.ts";

export interface Emission {
  program: Program;
  plan: Plan;
  composer: Composer;
  /** Identifiers inside `score`. */
  names: Names;
  /** Columns of values that look at later steps, by what they are called. */
  traces: Map<NodeId, string>;
  /** Types are printed. */
  typed: boolean;
  /** Takes note that a support function or type is needed, and gives its name. */
  use(name: string): string;
  /** What `use` was called with. */
  used: ReadonlySet<string>;
  /** The text of a node's expression or name. */
  text(id: NodeId): string;
  /** `: type` where types are printed. */
  typing(type: string): string;
}

/** Names the printer itself gives to what it declares; a value of the spec that is called like one of them is renamed. */
const OWN_NAMES = (
  "score params terms limits inputs rules record episode options steps rows row start end t n i ledger weights columns paid rewards outcome unshaped " +
  "play group groupSize scoreGroup shaping sums before atStart atEnd result goal probes element other third"
).split(" ");

export function startEmission(program: Program, typed: boolean, reserved: Iterable<string>): Emission {
  const used = new Set<string>();
  const use = (name: string): string => {
    used.add(name);
    return name;
  };
  const evaluate = (operator: string): string => use(operatorFunctions[operator]?.evaluate ?? operator);
  const reduce = (operator: string): string => use(operatorFunctions[operator]?.reduce ?? operator);
  const names = freshNames([...OWN_NAMES, ...reserved]);
  const claim = (name: string): string => names.claim(name, "Value");
  const composer = createComposer(program, javascriptSyntax({ evaluate, reduce, helper: use }), "i", claim);
  return {
    program,
    plan: makePlan(program),
    composer,
    names,
    traces: new Map(),
    typed,
    use,
    used,
    text: (id) => composer.known.get(id)?.whole.text ?? "NaN",
    typing: (type) => (typed ? `: ${type}` : ""),
  };
}

/** The TypeScript type of a value inside `score`. */
export function typeText(type: ValueType): string {
  if (type.kind === "text") return "string | null";
  if (type.kind === "vector") return "number[]";
  if (type.kind !== "list") return "number";
  const element = typeText(type.of);
  return `${/\|/.test(element) ? `(${element})` : element}[] | null`;
}
