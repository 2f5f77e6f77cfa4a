// Reads the run-time functions as source text and writes compiler/emit/support.generated.ts, so that generated code carries
// the very functions the evaluator calls. It must not run at build or run time of the extension: TypeScript is never shipped.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { typesIn } from "./erase-types.mts";

interface Declaration {
  name: string;
  file: string;
  statement: ts.Statement;
  kind: "value" | "type";
}

interface OperatorFunctions {
  evaluate?: string;
  reduce?: string;
}

interface Entry {
  kind: "value" | "type";
  ts: string;
  types?: number[];
  js?: string;
  uses: string[];
}

/** Modules whose functions may be embedded, with whatever those use, relative to the project root. */
function sourceFiles(root: string): string[] {
  const operators = readdirSync(join(root, "runtime/operators"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !path.endsWith("index.ts") && path !== "operator.ts")
    .sort()
    .map((path) => `runtime/operators/${path}`);
  return [...operators, ...OWN_MODULES];
}

const OWN_MODULES = [
  "runtime/pattern/fill.ts",
  "runtime/pay.ts",
  "runtime/outcome.ts",
  "runtime/temporal.ts",
  "runtime/validate-input.ts",
  "runtime/trajectory.ts",
  "compiler/emit/helpers.ts",
];

/** The text of compiler/emit/support.generated.ts for the sources under `root`. */
export function generateSupport(root: string): string {
  const files = sourceFiles(root);
  const paths = files.map((file) => join(root, file));
  const program = ts.createProgram(paths, {
    noLib: true,
    noResolve: false,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const declarations = new Map<ts.Symbol, Declaration>();
  const functions: Record<string, OperatorFunctions> = {};
  for (const source of program.getSourceFiles()) {
    const file = relative(root, source.fileName).replaceAll("\\", "/");
    for (const declaration of topLevel(source)) {
      const symbol = checker.getSymbolAtLocation(declaration.nameNode);
      if (symbol) declarations.set(symbol, { ...declaration, file });
      if (declaration.name === "operator") readRecord(declaration.statement, functions);
    }
  }
  const roots = new Set(Object.values(functions).flatMap(({ evaluate, reduce }) => [evaluate, reduce]));

  const entries = new Map<string, Entry & { file: string }>();
  const visit = (declaration: Declaration): void => {
    const known = entries.get(declaration.name);
    if (known?.file === declaration.file) return;
    if (known && declaration.file !== known.file)
      throw new Error(`two support declarations are called ${declaration.name}: ${known.file}, ${declaration.file}`);
    const entry = { file: declaration.file, kind: declaration.kind, ...texts(declaration), uses: [] as string[] };
    entries.set(declaration.name, entry);
    for (const used of declarationsUsed(declaration, checker, declarations)) {
      entry.uses.push(used.name);
      visit(used);
    }
    entry.uses.sort();
  };
  for (const declaration of declarations.values()) {
    const own = OWN_MODULES.includes(declaration.file)
      ? isExported(declaration)
      : isOperatorFile(declaration.file) && roots.has(declaration.name);
    if (own && !ts.isVariableStatement(declaration.statement)) visit(declaration);
  }

  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([name, { file: _, ...entry }]) => `  ${name}: ${JSON.stringify(entry)},`);
  const records = Object.entries(functions).sort(([a], [b]) => (a < b ? -1 : 1));
  const table = records.map(([name, of]) => `  ${name}: ${JSON.stringify(of)},`);
  return `${HEADER}${lines.join("\n")}\n};\n\n${FUNCTIONS}${table.join("\n")}\n};\n`;
}

const HEADER = `// Written by scripts/generate-support.mts from runtime/; do not edit. Source text of the functions generated code may need.

export interface SupportEntry {
  kind: "value" | "type";
  /** Source text in TypeScript. */
  ts: string;
  /** Of a value: where its text has types, as start, end, start, end …; without them it is JavaScript. */
  types?: readonly number[];
  /** Of a type that callers see: what tells it in JavaScript. */
  js?: string;
  /** Other entries its text mentions. */
  uses: readonly string[];
}

export const support: Readonly<Record<string, SupportEntry>> = {
`;

const FUNCTIONS = `/** Which of them an operator's record names. */
export const operatorFunctions: Readonly<Record<string, { evaluate?: string; reduce?: string }>> = {
`;

type TopLevel = Omit<Declaration, "file"> & { nameNode: ts.Identifier };

function* topLevel(source: ts.SourceFile): Generator<TopLevel> {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      yield { name: statement.name.text, nameNode: statement.name, statement, kind: "value" };
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      yield { name: statement.name.text, nameNode: statement.name, statement, kind: "type" };
    } else if (ts.isVariableStatement(statement)) {
      const [declaration] = statement.declarationList.declarations;
      if (ts.isIdentifier(declaration.name)) {
        yield { name: declaration.name.text, nameNode: declaration.name, statement, kind: "value" };
      }
    }
  }
}

const isOperatorFile = (file: string): boolean => file.startsWith("runtime/operators/");

const isExported = ({ statement }: Declaration): boolean =>
  ts.canHaveModifiers(statement) && !!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Notes which functions an operator's record names as `evaluate` and `reduce`. */
function readRecord(statement: ts.Statement, functions: Record<string, OperatorFunctions>): void {
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (!declaration?.initializer || !ts.isObjectLiteralExpression(declaration.initializer)) return;
  const found: Record<string, ts.Expression> = {};
  for (const property of declaration.initializer.properties) {
    if (ts.isPropertyAssignment(property)) found[property.name.getText()] = property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) found[property.name.text] = property.name;
  }
  if (!found.name || !ts.isStringLiteral(found.name)) return;
  const functionName = (value: ts.Expression | undefined): string | undefined => {
    if (value === undefined || ts.isIdentifier(value)) return value?.text;
    throw new Error(`${statement.getSourceFile().fileName}: evaluate and reduce must be named functions of their own`);
  };
  const [evaluate, reduce] = [functionName(found.evaluate), functionName(found.reduce)];
  // What prints itself needs no function.
  if (found.print) functions[found.name.text] = { ...(reduce && { reduce }) };
  else if (evaluate ?? reduce) functions[found.name.text] = { ...(evaluate && { evaluate }), ...(reduce && { reduce }) };
}

function declarationsUsed(of: Declaration, checker: ts.TypeChecker, known: Map<ts.Symbol, Declaration>): Declaration[] {
  const found = new Set<Declaration>();
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      let symbol = checker.getSymbolAtLocation(node);
      if (symbol && symbol.flags & ts.SymbolFlags.Alias) {
        if (symbol.name !== checker.getAliasedSymbol(symbol).name) {
          throw new Error(`${of.file}: ${of.name} reads ${symbol.name} under another name; support code must not rename imports`);
        }
        symbol = checker.getAliasedSymbol(symbol);
      }
      const declaration = symbol && known.get(symbol);
      if (declaration && declaration !== of) found.add(declaration);
    }
    ts.forEachChild(node, walk);
  };
  walk(of.statement);
  return [...found];
}

function texts({ name, statement }: Declaration): Pick<Entry, "ts" | "types" | "js"> {
  const source = statement.getSourceFile().text;
  const comment = source.slice(statement.getFullStart(), statement.getStart()).match(/\/\*\*[\s\S]*?\*\/\s*$/)?.[0] ?? "";
  const shown = SHOWN_TYPES.includes(name);
  const text = statement.getText();
  const bare = shown ? text : text.replace(/^export /, "");
  const written = comment + bare;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return { ts: written, ...(shown ? { js: typedef(statement, comment) } : {}) };
  const before = comment.length - (text.length - bare.length);
  return { ts: written, types: typesIn(statement).flatMap(([start, end]) => [start + before, end + before]) };
}

/** What a caller of generated code sees, so these are exported, and told by comments where there are no types. */
const SHOWN_TYPES = ["EpisodeResult", "Invalid", "Violation", "Value"];

function typedef(statement: ts.InterfaceDeclaration | ts.TypeAliasDeclaration, comment: string): string {
  const lines = commentLines(comment);
  const { text: name } = statement.name;
  // A type told by a comment cannot contain itself.
  if (ts.isTypeAliasDeclaration(statement))
    lines.push(`@typedef {${statement.type.getText().replace(new RegExp(`\\b${name}\\b`), "unknown")}} ${name}`);
  else lines.push(`@typedef {object} ${name}`, ...statement.members.filter(ts.isPropertySignature).map(property));
  return ["/**", ...lines.map((line) => ` * ${line}`), " */"].join("\n");
}

function property(member: ts.PropertySignature): string {
  const before = member.getSourceFile().text.slice(member.getFullStart(), member.getStart());
  const name = member.questionToken ? `[${member.name.getText()}]` : member.name.getText();
  return [`@property {${member.type?.getText() ?? "unknown"}} ${name}`, ...commentLines(before)].join(" ");
}

const commentLines = (text: string): string[] =>
  text
    .replace(/\/\*\*|\*\//g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .filter((line) => line !== "");

if (process.argv[1] && /generate-support\.m[tj]s$/.test(process.argv[1])) {
  const root = process.cwd();
  const target = join(root, "compiler/emit/support.generated.ts");
  const text = generateSupport(root);
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    console.error("compiler/emit/support.generated.ts is out of date: run npm run generate");
    process.exitCode = 1;
  }
}
