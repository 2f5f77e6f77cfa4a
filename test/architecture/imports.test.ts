// Arrows run one way only. Each import of each module is held against the table; an offending one is printed as an edge.
import { expect, test } from "vitest";
import { type Part, partOf, parts } from "./arrows.ts";
import { type Import, type Module, readModules } from "./modules.ts";

const modules = readModules(Object.keys(parts));

test.each(Object.keys(parts))("%s imports nothing it must not know", (part) => {
  const own = modules.filter((module) => partOf(module.file) === part);
  const offending = own.flatMap((module) =>
    module.imports.filter((edge) => !isAllowed(parts[part], part, edge)).map((edge) => print(module, edge)),
  );
  expect(offending).toEqual([]);
});

test("the protocols hold types and strings only", () => {
  for (const module of modules.filter(({ file }) => file === "server/protocol.ts" || file === "webview/protocol.ts")) {
    expect(module.imports.filter((edge) => !edge.typeOnly).map((edge) => print(module, edge))).toEqual([]);
    expect(module.text).not.toMatch(/^export (async )?(function|class|let)/m);
  }
});

test("the webview toolkit is imported in one module", () => {
  const users = modules.filter(({ imports }) => imports.some((edge) => edge.target.startsWith("@vscode/webview-ui-toolkit")));
  expect(users.map((module) => module.file)).toEqual(["webview/controls.ts"]);
});

function isAllowed(rule: Part, part: string, edge: Import): boolean {
  if (edge.kind === "package") return rule.packages.some((name) => matchesPackage(edge.target, name));
  if (partOf(edge.target) === part || rule.modules.some((prefix) => lies(edge.target, prefix))) return true;
  return edge.typeOnly && rule.types.some((prefix) => lies(edge.target, prefix));
}

function matchesPackage(target: string, name: string): boolean {
  return name === "node:" ? target.startsWith("node:") : target === name || target.startsWith(`${name}/`);
}

function lies(target: string, prefix: string): boolean {
  return target === prefix || target.startsWith(`${prefix}/`);
}

function print({ file }: Module, edge: Import): string {
  return `${file}:${edge.line} → ${edge.target}${edge.typeOnly ? " (types)" : ""}`;
}
