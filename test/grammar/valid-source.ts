// Random valid members of a reward as text, in odd layouts. It must not know the parser or the printer.
import fc from "fast-check";

const name = fc.constantFrom("a", "speed", "goal", "data", "limit", "weight", "steps", "a_rather_long_name_of_a_signal");
const number = fc.constantFrom("0", "1.5", "2e-5", "1_000", "3 [m/s^2]", "10 [N*m]", "inf");
const text = fc.constantFrom('"t"', '"a \\"b\\" \\\\"', 'r"\\d+"i');
/** What may stand between two tokens; a line comment needs its line end. */
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constant(" ") },
  { weight: 3, arbitrary: fc.constantFrom("\n", "\n      ", "  ") },
  { weight: 1, arbitrary: fc.constantFrom(" /* c */ ", " // c\n", "\n// c\n", "\n\n") },
);

function joined(...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const arbitraries = parts.flatMap((part, i) => [
    ...(i === 0 ? [] : [gap]),
    typeof part === "string" ? fc.constant(part) : part,
  ]);
  return fc.tuple(...arbitraries).map((pieces) => pieces.join(""));
}

function list(element: fc.Arbitrary<string>, separator: string, minLength = 1): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(element, gap), { minLength, maxLength: 4 })
    .map((elements) =>
      elements.map(([one, space], i) => (i === elements.length - 1 ? one : `${one}${separator}${space}`)).join(""),
    );
}

const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => {
  const any = tie("expression");
  const operand = tie("operand");
  const clause = joined("for", "d", "in", operand);
  return {
    operand: fc.oneof(
      { maxDepth: 4, depthIdentifier: "operand" },
      fc.oneof(name, number, text, fc.constantFrom("true", "false")),
      joined("(", any, ")"),
      joined("-", operand),
      fc.tuple(name, list(any, ",")).map(([f, args]) => `${f}(${args})`),
      fc.tuple(name, any, joined("k:", any)).map(([f, first, second]) => `${f}(${first}, ${second})`),
      joined("sum(", operand, clause, ")"),
      joined("[", list(any, ","), "]"),
      joined("[", any, clause, "where", any, "]"),
      fc.tuple(name, any).map(([v, index]) => `${v}[${index}].x`),
      joined(name, "over", fc.constantFrom("steps", "last 10 steps", "last 0.5 [s]")),
      joined(name, "with {", list(joined(name, "=", any), ","), "}"),
      joined("if", any, "then", any, "else", any).map((choice) => `(${choice})`),
      joined("match", name, "{", list(joined(text, "=>", any), ","), "else =>", any, "}"),
      fc.tuple(name, fc.constantFrom("2", "-1")).map(([base, power]) => `${base}^${power}`),
    ),
    expression: fc.oneof(
      { maxDepth: 4, depthIdentifier: "expression" },
      operand,
      joined(
        operand,
        fc.constantFrom("+", "-", "*", "/", "%", "??", "and", "or"),
        operand,
        fc.constantFrom("+", "-", "and", "*"),
        operand,
      ),
      joined(operand, fc.constantFrom("<", "==", "in", "matches", ".."), operand),
      joined(operand, "<", operand, "<=", operand),
      joined("not", operand),
      joined("if", any, "then", any, "else", any),
    ),
  };
});

const type = fc.constantFrom(
  "bool",
  "0..1",
  "vector(3) [m/s] in -5..5",
  "list of text",
  'one of "a" | "b"',
  "ensemble(4) of number",
  "0..1 [m]?",
);
const origin = fc.constantFrom("", "at end", "from policy", 'per step from model("x")', "from action hazard kind regression");
const entry = joined(name, ":", type, origin);
const assignment = joined(name, "=", expression);
const world = fc.oneof(
  joined("{", list(assignment, ","), "}"),
  joined("{", assignment, "steps 3 {", assignment, "}", "steps 10", "}"),
  fc.constant("{}"),
);

const member = fc.oneof(
  joined(fc.constantFrom("let", "goal", "probe", "sequence"), name, "=", expression),
  joined(
    fc.constantFrom("objective", "penalty"),
    name,
    "weight",
    expression,
    fc.constantFrom("per second", "once", ""),
    "=",
    expression,
    "when",
    expression,
  ),
  joined("objective", name, "when", expression, "=", expression),
  joined("shaping", name, "=", expression),
  joined("require", name, "=", expression, "else", expression),
  joined("total", "=", expression),
  joined("expect", expression, "by", expression),
  joined("prove", fc.constantFrom("not farmable", "separates goal", "increasing return in x", "return in 0..1")),
  joined("sequence", name, "=", expression, "then", expression, "within", expression, "avoiding", expression),
  joined("track", name, ":", type, "starts", expression, "=", expression),
  joined("param", name, ":", type, "=", expression),
  joined("signal", entry),
  joined(
    "signals",
    origin.filter((text) => !text.includes("hazard")),
    "{",
    list(entry, ","),
    "}",
  ),
  joined("scenario", name, "like", name, world),
  joined("data", name, '"x"', world),
  joined("horizon", number, "steps"),
  joined("ends", "when", expression, "as", "failure"),
);

const lead = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  fc.constantFrom("/// doc\n", "// c\n", '@allow(a-b, "c")\n', "/* c */", "\n"),
);
const trail = fc.oneof(
  { weight: 4, arbitrary: fc.constant("\n") },
  fc.constantFrom(" // c\n", ";\n", "\n\n\n", " /* c */\n", "\n// c\n\n"),
);

/** A reward with members in any layout; nearly always valid. */
export const validSource: fc.Arbitrary<string> = fc
  .array(fc.tuple(lead, member, trail), { minLength: 1, maxLength: 5 })
  .map((members) => `reward R {\n${members.flat().join("")}}\n`);
