// Open documents: text of one version, and what follows from it, computed on first use and kept. It must not know LSP or files.
import { check } from "../analysis/check.ts";
import { type Compilation, compile } from "../compiler/compilation.ts";
import type { Diagnostic } from "../compiler/diagnostics.ts";
import type { Program } from "../runtime/program.ts";
import { allNodes, type SyntaxNode } from "./syntax/path-at.ts";
import { type Token, tokensOf } from "./syntax/tokens.ts";

export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly compilation: Compilation;
  /** Every node of the tree, parents before children. */
  readonly nodes: readonly SyntaxNode[];
  /** Everything found: syntax, names, types, hackable patterns. */
  readonly diagnostics: readonly Diagnostic[];
  /** Keeps what `make` computes from this version under `key`. */
  memo<T>(key: string, make: () => T): T;
}

/** A document whose stages are computed once, when first asked for. */
export function openDocument(uri: string, version: number, text: string): OpenDocument {
  const kept = new Map<string, unknown>();
  const memo = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  return {
    uri,
    version,
    text,
    memo,
    get tokens() {
      return memo("tokens", () => tokensOf(text));
    },
    get compilation() {
      return memo("compilation", () => compile(text));
    },
    get nodes() {
      return memo("nodes", () => [...allNodes(this.compilation.file)]);
    },
    get diagnostics() {
      return memo("diagnostics", () => check(this.compilation));
    },
  };
}

/** The program of the reward called `name`, or the first one; undefined while it has an error. */
export function programOf(document: OpenDocument, name?: string): Program | undefined {
  const { programs } = document.compilation;
  return name === undefined ? programs[0] : programs.find((program) => program.name === name);
}
