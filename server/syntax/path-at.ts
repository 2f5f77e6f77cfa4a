// From an offset to the syntax nodes around it. It must not know meaning or LSP.
import type { File } from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";

/** Any object of the tree that has a span; `kind` where it is one of several. */
export type SyntaxNode = Span & { kind?: string };

/** The nodes that hold `offset`, outermost first. Where two meet at the offset, the one that begins there wins. */
export function pathAt(file: File, offset: number): SyntaxNode[] {
  const path: SyntaxNode[] = [file];
  let children = childrenOf(file);
  for (;;) {
    const next =
      children.find((child) => child.start <= offset && offset < child.end) ?? children.findLast((child) => child.end === offset);
    if (next === undefined) return path;
    path.push(next);
    children = childrenOf(next);
  }
}

/** Direct children with a span, in no particular order. Plain objects without one are looked through. */
export function childrenOf(node: object): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key !== "comments") collect(value, found);
  }
  return found;
}

function collect(value: unknown, found: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === "object" && value !== null) {
    if (isNode(value)) found.push(value);
    else for (const item of Object.values(value)) collect(item, found);
  }
}

function isNode(value: object): value is SyntaxNode {
  return "start" in value && typeof value.start === "number" && "end" in value && typeof value.end === "number";
}

/** Every node of the tree, parents before children. */
export function* allNodes(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* allNodes(child);
}
