// Chevrotain's own checks of the grammar, which the product skips at start: ambiguities, left recursion, empty loops.
import { expect, test } from "vitest";

test("the grammar is sound", async () => {
  (globalThis as { telosValidatesGrammar?: boolean }).telosValidatesGrammar = true;
  const { DeclarationParser } = await import("../../grammar/declaration-parser.ts");
  // It throws where they fail.
  expect(() => new DeclarationParser()).not.toThrow();
});
