// The kernel of one node, by its op. It must not know order, memory or what the value is for.
import type { Node } from "../program.ts";
import { buildAggregate } from "./aggregate.ts";
import { buildApply } from "./apply.ts";
import { buildDefault, buildElement, buildIf } from "./choice.ts";
import { buildFor } from "./for.ts";
import type { Kernel, Wiring } from "./kernel.ts";
import { buildBuiltin, buildConstant, buildParam, buildPattern, buildRead } from "./leaf.ts";
import { buildPrev, buildPrevious, buildState } from "./memory.ts";
import { buildReduce } from "./reduce.ts";
import { buildTemporal } from "./temporal.ts";
import { buildComponent, buildVector } from "./vector.ts";
import { buildWindow } from "./window.ts";

/** Signals, terms and the outcome have no kernel: their columns are filled elsewhere. */
export function buildKernel(node: Node, wiring: Wiring): Kernel {
  switch (node.op) {
    case "constant":
      return buildConstant(node.value, wiring);
    case "infinity":
      return buildConstant(Number.POSITIVE_INFINITY, wiring);
    case "pattern":
      return buildPattern(node, wiring);
    case "param":
      return buildParam(node.name, wiring);
    case "builtin":
      return buildBuiltin(node.name, wiring);
    case "vector":
      return buildVector(node.args, wiring);
    case "component":
      return buildComponent(node.args, node.components, node.scalar, wiring);
    case "element":
      return buildElement(node.args, wiring);
    case "if":
      return buildIf(node.args, wiring);
    case "default":
      return buildDefault(node.args, wiring);
    case "prev":
      return buildPrev(node.args, wiring);
    case "state":
      return buildState(node.args, wiring);
    case "previous":
      return buildPrevious(node.of, node.starts, wiring);
    case "reduce":
      return buildReduce(node.operator, node.args, wiring);
    case "aggregate":
      return buildAggregate(node, wiring);
    case "window":
      return buildWindow(node, wiring);
    case "for":
      return buildFor(node, wiring);
    case "temporal":
      return buildTemporal(node, wiring);
    case "apply":
      return buildApply(node.operator, node.args, wiring);
    default:
      return buildRead(node, wiring);
  }
}
