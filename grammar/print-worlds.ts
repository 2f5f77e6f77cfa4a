// Scenarios and data blocks: on one line, or one entry a line. It must not know other members.
import type { Entry, GroupItem, Segment, World } from "./ast.ts";
import { type Cell, joinCells } from "./print-columns.ts";
import { flat } from "./print-doc.ts";
import { type Printing, printExpression, printFlat, printWorld } from "./print-expressions.ts";
import { type Item, type Printed, printItems } from "./print-lines.ts";
import { blockWidth } from "./print-signals.ts";
import { cell, printStatement } from "./print-statement.ts";

/** A head such as `scenario a like b` with its block. */
export function printHeadedWorld(
  family: string,
  head: Cell[],
  world: World | undefined,
  depth: number,
  printing: Printing,
): Printed {
  if (world === undefined) return { family, cells: head };
  const lead = joinCells(head);
  if (mayBeOneLine(world, printing)) {
    const block = flat(printWorld(world, printing));
    if (depth + lead.length + 1 + block.length <= blockWidth) {
      const [first, ...rest] = head;
      return { family, cells: [first, cell(joinCells([...rest, cell(block)]))] };
    }
  }
  const { opening, lines } = printItems(
    world.items.map((item) => worldItem(item, printing)),
    world.start + 1,
    world.end - 1,
    depth + 2,
    printing,
  );
  return { lines: [`${lead} {${opening && `  ${opening}`}`, ...lines, `${" ".repeat(depth)}}`] };
}

/** Unless the author broke it, or a comment stands in it; the same for the blocks inside. */
function mayBeOneLine(world: World, printing: Printing): boolean {
  if (printing.comments.has(world.start, world.end)) return false;
  const first = world.items[0]?.start ?? world.start;
  if (printing.text.slice(world.start, first).includes("\n")) return false;
  return world.items.every((item) => item.kind !== "segment" || item.world === undefined || mayBeOneLine(item.world, printing));
}

function worldItem(item: World["items"][number], printing: Printing): Item {
  return { start: item.start, end: item.end, above: [], print: (depth) => printWorldItem(item, depth, printing) };
}

function printWorldItem(item: Entry | Segment | GroupItem, depth: number, printing: Printing): Printed {
  if (item.kind === "segment") {
    return printHeadedWorld("segment", [cell(`steps ${printFlat(item.steps, printing)}`)], item.world, depth, printing);
  }
  if (item.kind === "group")
    return { family: "group", cells: [cell(`group ${item.members.map(({ text }) => text).join(", ")}`)] };
  const path = item.path.map((name) => name.text).join(".");
  return printStatement({ family: "entry", head: [cell(path)], sign: "=", value: printExpression(item.value, printing) }, depth);
}
