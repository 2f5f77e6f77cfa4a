// Signals: single ones, blocks and sets. It must not know other members.
import type { Signal, SignalBlock, SignalSet, Source, Timing } from "./ast.ts";
import { type Cell, joinCells } from "./print-columns.ts";
import { type Printing, printFlat } from "./print-expressions.ts";
import { type Item, type Printed, printItems } from "./print-lines.ts";
import { cell, itemOf } from "./print-statement.ts";
import { printType } from "./print-types.ts";

/** The longest block on one line. */
export const blockWidth = 110;

/** Columns: name, type, timing and source, tags. */
export function printSignal(signal: Signal, prefix: string, printing: Printing): Printed {
  return { family: `${prefix}signal`, cells: signalCells(signal, prefix, 2, printing) };
}

function signalCells(signal: Signal, prefix: string, gap: number, printing: Printing): Cell[] {
  const tags = signal.tags.map(({ tag, value }) => {
    if (value === undefined) return tag;
    return `${tag} ${"kind" in value ? printFlat(value, printing) : value.text}`;
  });
  return [
    cell(`${prefix}${signal.name.text}`),
    cell(`: ${printType(signal.type)}`),
    cell(printOrigin(signal), gap, 40),
    cell(tags.join(" ".repeat(gap)), gap, 40),
  ];
}

function printOrigin({ timing, source }: { timing?: Timing; source?: Source }): string {
  const args = source === undefined || source.args.length === 0 ? "" : `(${source.args.map((arg) => arg.text).join(", ")})`;
  return [timing?.timing, source && `from ${source.name.text}${args}`].filter(Boolean).join(" ");
}

export function printSignalBlock(node: SignalBlock | SignalSet, depth: number, printing: Printing): Printed {
  const origin = node.kind === "signal-set" ? node.name.text : printOrigin(node);
  const head = origin === "" ? "signals" : `signals ${origin}`;
  const open = printing.comments.find(
    "{",
    node.kind === "signal-set" ? node.name.end : Math.max(node.start, node.timing?.end ?? 0, node.source?.end ?? 0),
  );
  const short = oneLine(node, open, printing);
  if (short !== undefined && depth + head.length + 1 + short.length <= blockWidth) return { lines: [`${head} ${short}`] };
  const items = node.entries.map((entry): Item => itemOf(entry, () => printSignal(entry, "", printing)));
  const { opening, lines } = printItems(items, open + 1, node.end - 1, depth + 2, printing);
  return { lines: [`${head} {${opening && `  ${opening}`}`, ...lines, `${" ".repeat(depth)}}`] };
}

/** `{ a : bool, b : 0..1 }` where the author wrote it so. */
function oneLine(node: SignalBlock | SignalSet, open: number, printing: Printing): string | undefined {
  if (node.entries.length === 0) return printing.comments.has(open, node.end) ? undefined : "{}";
  const plain = node.entries.every((entry) => entry.doc === undefined) && !printing.comments.has(open, node.end);
  if (!plain || printing.text.slice(open, node.entries[0].start).includes("\n")) return undefined;
  return `{ ${node.entries.map((entry) => joinCells(signalCells(entry, "", 1, printing))).join(", ")} }`;
}
