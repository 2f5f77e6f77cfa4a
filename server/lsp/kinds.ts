// The language's own kinds in LSP's numbers. It must not know documents.
import { CompletionItemKind, SymbolKind } from "vscode-languageserver/node";
import type { CompletionKind } from "../requests/provide-completion/completion.ts";

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  reward: SymbolKind.Class,
  "signal-set": SymbolKind.Interface,
  signal: SymbolKind.Field,
  param: SymbolKind.Constant,
  let: SymbolKind.Variable,
  track: SymbolKind.Variable,
  sequence: SymbolKind.Variable,
  probe: SymbolKind.Variable,
  goal: SymbolKind.Key,
  objective: SymbolKind.Property,
  penalty: SymbolKind.Property,
  shaping: SymbolKind.Property,
  require: SymbolKind.Property,
  limit: SymbolKind.Property,
  total: SymbolKind.Property,
  fn: SymbolKind.Function,
  unit: SymbolKind.Constant,
  scenario: SymbolKind.Event,
  data: SymbolKind.File,
  expect: SymbolKind.Boolean,
  prove: SymbolKind.Boolean,
};

export function toSymbolKind(kind: string): SymbolKind {
  return symbolKinds[kind] ?? SymbolKind.Variable;
}

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  signal: CompletionItemKind.Field,
  value: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  term: CompletionItemKind.Property,
  operator: CompletionItemKind.Function,
  type: CompletionItemKind.TypeParameter,
  unit: CompletionItemKind.Unit,
  file: CompletionItemKind.File,
  tag: CompletionItemKind.EnumMember,
  source: CompletionItemKind.EnumMember,
  scenario: CompletionItemKind.Event,
  rule: CompletionItemKind.Reference,
  option: CompletionItemKind.EnumMember,
};

export function toCompletionKind(kind: CompletionKind): CompletionItemKind {
  return completionKinds[kind];
}
