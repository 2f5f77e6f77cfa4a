// The members of a reward as items. It must not know files.
import type * as ast from "./ast.ts";
import { printClaim, printSequence } from "./print-claims.ts";
import type { Cell } from "./print-columns.ts";
import { type Printing, printExpression, printFlat } from "./print-expressions.ts";
import type { Item, Printed } from "./print-lines.ts";
import { printSignal, printSignalBlock } from "./print-signals.ts";
import { cell, itemOf, printStatement } from "./print-statement.ts";
import { printRequire, printTerm } from "./print-terms.ts";
import { printType } from "./print-types.ts";
import { printHeadedWorld } from "./print-worlds.ts";

export function memberItem(member: ast.Member, printing: Printing): Item {
  return itemOf(member, (depth) => printMember(member, depth, printing));
}

function printMember(member: ast.Member, depth: number, printing: Printing): Printed {
  switch (member.kind) {
    case "setting":
      return printSetting(member, depth, printing);
    case "signal":
      return printSignal(member, "signal ", printing);
    case "signals":
      return printSignalBlock(member, depth, printing);
    case "signals-include":
      return { lines: [`signals ${member.name.text}`] };
    case "param":
    case "track":
      return printTyped(member, depth, printing);
    case "let":
    case "goal":
      return printBinding(member, depth, printing);
    case "objective":
    case "penalty":
    case "shaping":
    case "probe":
    case "limit":
    case "total":
      return printTerm(member, depth, printing);
    case "require":
      return printRequire(member, depth, printing);
    case "sequence":
      return printSequence(member, depth, printing);
    case "ends":
    case "assume":
    case "expect":
    case "prove":
      return printClaim(member, depth, printing);
    case "scenario": {
      const like = member.like === undefined ? "" : `like ${member.like.text}`;
      return printHeadedWorld("scenario", [cell(`scenario ${member.name.text}`), cell(like)], member.world, depth, printing);
    }
    case "data":
      return printHeadedWorld("data", [cell(`data ${member.name.text} ${member.glob.text}`)], member.world, depth, printing);
  }
}

function printSetting(member: ast.Setting, depth: number, printing: Printing): Printed {
  const value = [printExpression(member.value, printing), member.steps ? " steps" : ""];
  return printStatement({ family: "setting", head: [cell(member.setting)], value }, depth);
}

function printBinding(member: ast.Binding, depth: number, printing: Printing): Printed {
  const head = [cell(member.kind), cell(member.name.text)];
  return printStatement({ family: "let", head, sign: "=", value: printExpression(member.value, printing) }, depth);
}

function printTyped(member: ast.Param | ast.Track, depth: number, printing: Printing): Printed {
  const head: Cell[] = [
    cell(`${member.kind} ${member.name.text}`),
    cell(member.type === undefined ? "" : `: ${printType(member.type)}`, 1, 40),
  ];
  if (member.kind === "track") head.push(cell(`starts ${printFlat(member.starts, printing)}`));
  return printStatement({ family: member.kind, head, sign: "=", value: printExpression(member.value, printing) }, depth);
}
