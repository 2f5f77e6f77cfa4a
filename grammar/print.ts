// tree → text: the formatter. Its output parses to the same tree, and formatting it again changes nothing.
// It must not know types.
import type * as ast from "./ast.ts";
import { parse } from "./parser.ts";
import { trackComments } from "./print-comments.ts";
import { type Printing, printExpression, printFlat } from "./print-expressions.ts";
import { type Item, type Printed, printItems } from "./print-lines.ts";
import { memberItem } from "./print-members.ts";
import { printSignalBlock } from "./print-signals.ts";
import { cell, itemOf, printStatement } from "./print-statement.ts";
import { printRange } from "./print-types.ts";

/** The text in the one style, or undefined where it has syntax errors. */
export function format(text: string): string | undefined {
  const { file, errors } = parse(text);
  if (errors.some((error) => error.severity !== "hint")) return undefined;
  return printFile(file, text);
}

/** `text` is what `file` was parsed from: comments and the author's line breaks are read there. */
export function printFile(file: ast.File, text: string): string {
  const printing: Printing = { text, comments: trackComments(file.comments, text) };
  const items = file.declarations.map((declaration) => declarationItem(declaration, printing));
  if (file.language !== undefined) items.unshift(languageItem(file.language, text));
  const { opening, lines } = printItems(items, 0, text.length, 0, printing);
  const all = opening === "" ? lines : [opening, ...lines];
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return all.length === 0 ? "" : `${all.join("\n").replaceAll(/\r?\n/g, newline)}${newline}`;
}

function languageItem(version: ast.NumberLiteral, text: string): Item {
  const start = text.lastIndexOf("language", version.start);
  return { start, end: version.end, above: [], print: () => ({ lines: [`language ${version.text}`] }) };
}

function declarationItem(node: ast.Declaration, printing: Printing): Item {
  const item = itemOf(node, (depth) => printDeclaration(node, depth, printing));
  return node.kind === "reward" || node.kind === "signal-set" ? { ...item, apart: true } : item;
}

function printDeclaration(node: ast.Declaration, depth: number, printing: Printing): Printed {
  switch (node.kind) {
    case "use":
      return { lines: [`use ${node.path.text}`] };
    case "unit": {
      const head = [cell(`unit ${node.name.text}`)];
      if (node.value === undefined) return { lines: [head[0].text] };
      return printStatement({ family: "unit", head, sign: "=", value: printExpression(node.value, printing) }, depth);
    }
    case "fn":
      return printFn(node, depth, printing);
    case "signal-set":
      return printSignalBlock(node, depth, printing);
    case "reward":
      return printReward(node, depth, printing);
  }
}

function printFn(node: ast.Fn, depth: number, printing: Printing): Printed {
  const params = node.params.map(({ name, default: value }) =>
    value === undefined ? name.text : `${name.text} = ${printFlat(value, printing)}`,
  );
  const head = [cell(`fn ${node.name.text}(${params.join(", ")})`)];
  return printStatement({ family: "fn", head, sign: "=", value: printExpression(node.body, printing) }, depth);
}

function printReward(node: ast.Reward, depth: number, printing: Printing): Printed {
  const contract = node.contract === undefined ? "" : ` : ${printRange(node.contract)}`;
  const open = printing.comments.find("{", node.contract?.end ?? node.name.end);
  const items = node.members.map((member) => memberItem(member, printing));
  const { opening, lines } = printItems(items, open + 1, node.end - 1, depth + 2, printing);
  const head = `reward ${node.name.text}${contract} {`;
  if (lines.length === 0 && opening === "") return { lines: [`${head}}`] };
  return { lines: [`${head}${opening && `  ${opening}`}`, ...lines, "}"] };
}
