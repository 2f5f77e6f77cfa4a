// The modules of the project and what each imports. It must not judge.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

export interface Import {
  /** A module of the project, relative to its root, or the name of a package as written. */
  target: string;
  kind: "module" | "package";
  /** Nothing of it is left when the program runs. */
  typeOnly: boolean;
  line: number;
}

export interface Module {
  /** Relative to the root, with forward slashes. */
  file: string;
  text: string;
  imports: Import[];
}

/** Every TypeScript module below the folders; generated ones are left out. */
export function readModules(folders: readonly string[]): Module[] {
  return folders.flatMap((folder) => filesBelow(path.join(root, folder))).map(readModule);
}

function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(name);
    return /\.m?ts$/.test(name) && !/\.generated\.ts$|\.d\.ts$/.test(name) ? [name] : [];
  });
}

function readModule(name: string): Module {
  const text = fs.readFileSync(name, "utf8");
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const own = specifier.text.startsWith(".");
    imports.push({
      target: own ? relative(path.resolve(path.dirname(name), specifier.text)) : specifier.text,
      kind: own ? "module" : "package",
      typeOnly,
      line: source.getLineAndCharacterOfPosition(specifier.getStart()).line + 1,
    });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require")
    )
      add(node.arguments[0], false);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return { file: relative(name), text, imports };
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function relative(name: string): string {
  return path.relative(root, name).split(path.sep).join("/");
}
