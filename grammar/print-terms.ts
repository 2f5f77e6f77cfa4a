// What is paid, measured and required: members of the form `word name weight rate = value`. It must not know layout.
import type { Binding, Expression, Name, Require, Shaping, Term, Total } from "./ast.ts";
import type { Cell } from "./print-columns.ts";
import type { Doc } from "./print-doc.ts";
import { type Printing, printExpression, printFlat } from "./print-expressions.ts";
import type { Printed } from "./print-lines.ts";
import { cell, printStatement } from "./print-statement.ts";

interface Parts {
  kind: string;
  name?: Name;
  weight?: Expression;
  rate?: string;
}

/** `when` comes last, wherever it was written. */
export function printTerm(term: Term | Shaping | Binding | Total, depth: number, printing: Printing): Printed {
  const head = headOf(term, printing);
  const value = printExpression(term.value, printing);
  const when = "when" in term ? term.when : undefined;
  const tail: Doc | undefined = when && ["when ", printExpression(when, printing)];
  return printStatement({ family: "term", head, sign: "=", value, tail, slack: 24 }, depth);
}

export function printRequire(require: Require, depth: number, printing: Printing): Printed {
  const tail: Doc = ["else ", printExpression(require.otherwise, printing)];
  return printStatement(
    {
      family: "term",
      head: headOf(require, printing),
      sign: "=",
      value: printExpression(require.condition, printing),
      tail,
      slack: 24,
    },
    depth,
  );
}

function headOf({ kind, name, weight, rate }: Parts, printing: Printing): Cell[] {
  const weighted = weight === undefined ? "" : `weight ${printFlat(weight, printing)}`;
  return [cell(kind), cell(name?.text ?? ""), cell(weighted, 1, 12), cell(rate ?? "", 1, 16)];
}
