// The formatter: same tree, same comments, same text the second time, and the style of the examples.
import { expect, test } from "vitest";
import { lex } from "../../grammar/lex.ts";
import { parse } from "../../grammar/parser.ts";
import { format, printFile } from "../../grammar/print.ts";
import { all, withoutOffsets } from "./fixtures.ts";

/** Tree and comments apart; a comment may move, a tree may not. */
function meaning(text: string): { tree: unknown; comments: string[] } {
  const { file, errors } = parse(text);
  expect(errors.filter((error) => error.severity !== "hint")).toEqual([]);
  const { comments, ...tree } = file;
  return {
    tree: withoutOffsets(tree),
    comments: comments.map((comment) => comment.text.trimEnd().replace(/^\/\/\//, "//")).sort(),
  };
}

function expectSound(text: string): string {
  const once = format(text);
  expect(once).toBeDefined();
  expect(meaning(once!)).toEqual(meaning(text));
  expect(format(once!)).toBe(once);
  return once!;
}

test.each(all)("%s keeps its tree and its comments, and is formatted once and for all", (_name, text) => {
  const once = expectSound(text);
  expect(once).not.toMatch(/[ \t]$|\n\n\n|\{\n\n|\n\n\s*\}/m);
  expect(once.endsWith("}\n")).toBe(true);
  expect(printFile(parse(text).file, text)).toBe(once);
});

test("the examples are nearly in the style already", () => {
  for (const [name, text] of all) {
    const words = (source: string) => source.replace(/\s+/g, " ");
    if (/^(1|5|6|language-walk)/.test(name)) expect(words(format(text)!), name).toBe(words(text));
  }
});

/** Formats the members of a reward; the margin is taken off. */
function members(source: string): string {
  const once = expectSound(`reward R {\n${source}\n}\n`);
  return once
    .split("\n")
    .slice(1, -2)
    .map((line) => line.replace(/^ {2}/, ""))
    .join("\n");
}

const cases: [what: string, source: string, expected: string][] = [
  ["spaces", "let   x=a+b*  -c^2 -( d..e )", "let x = a + b * -c^2 - (d..e)"],
  ["words", "let x=not a and  b or if c then d else e", "let x = not a and b or if c then d else e"],
  ["calls", "let x=f( a ,k:2 )+g()+v [ 0 ]. xy", "let x = f(a, k: 2) + g() + v[0].xy"],
  ["units", "let x = 9.81[ m / s ^ 2 ]+[1,2] [ N * m ]", "let x = 9.81 [m/s^2] + [1, 2] [N*m]"],
  ["numbers and texts as written", 'let x = f(1_000, 2e-5, r"\\d"i, "\\u{41}")', 'let x = f(1_000, 2e-5, r"\\d"i, "\\u{41}")'],
  ["separators go", "let x = 1;;\nlet y = 2,", "let x = 1\nlet y = 2"],
  ["when comes last", "objective a when c weight 2 once = x", "objective a weight 2 once = x when c"],
  [
    "one declaration a line",
    "group 8 horizon 5 steps expect a > b prove not farmable",
    "group   8\nhorizon 5 steps\nexpect a > b\nprove  not farmable",
  ],
  ["one blank line at most", "let x = 1\n\n\n\nlet y = 2", "let x = 1\n\nlet y = 2"],
  ["columns of bindings", "let a = 1\ngoal far = 2\nlet longer = 3", "let  a      = 1\ngoal far    = 2\nlet  longer = 3"],
  ["no columns over a blank line", "let a = 1\n\nlet longer = 3", "let a = 1\n\nlet longer = 3"],
  [
    "columns of terms",
    "objective a = x\npenalty b weight 0.5 per second = y\nrequire ccc = c else -1\ntotal = terms",
    "objective a                       = x\npenalty   b weight 0.5 per second = y\nrequire   ccc                     = c else -1\ntotal                             = terms",
  ],
  [
    "columns of signals",
    "signals  at end{\na:bool from verifier\nlonger : 0..1 [m]  hazard from policy,x:text}",
    "signals at end {\n  a      : bool      from verifier\n  longer : 0..1 [m]  from policy  hazard\n  x      : text\n}",
  ],
  [
    "a short block stays on one line",
    "signals at end {a:bool;b:text from policy}",
    "signals at end { a : bool, b : text from policy }",
  ],
  [
    "a long name sticks out",
    "signals {\n a : text in 0..20000 [char] from policy\n b : bool from policy\n a_very_long_name : bool from policy\n}",
    "signals {\n  a : text in 0..20000 [char]  from policy\n  b : bool                     from policy\n  a_very_long_name : bool      from policy\n}",
  ],
  ["types", "signal x:list of vector( 3 )[m] in -1 .. 1 ?", "signal x : list of vector(3) [m] in -1..1?"],
  ["a unit stays where it is", "signal x : vector(3) in -1..1 [m]", "signal x : vector(3) in -1..1 [m]"],
  [
    "a short scenario stays on one line",
    "scenario a { x=1,y = 2 steps 3 {z=3} }",
    "scenario a { x = 1, y = 2  steps 3 { z = 3 } }",
  ],
  [
    "a scenario that was broken stays so",
    "scenario a {\nx=1, yy = 2\nsteps 3 {z=3}\nsteps 10 { z = 4 } }",
    "scenario a {\n  x  = 1\n  yy = 2\n  steps 3  { z = 3 }\n  steps 10 { z = 4 }\n}",
  ],
  [
    "a long scenario is broken",
    `scenario a { ${Array.from({ length: 9 }, (_, i) => `signal_${i} = ${i}`).join(", ")} steps 3 { x = 1 } }`,
    `scenario a {\n${Array.from({ length: 9 }, (_, i) => `  signal_${i} = ${i}`).join("\n")}\n  steps 3 { x = 1 }\n}`,
  ],
  [
    "scenarios in columns",
    "scenario a { x = 1 }\nscenario bcd like a { x = 2 }",
    "scenario a   { x = 1 }\nscenario bcd like a { x = 2 }",
  ],
  ["comments in columns", "let a = 1 // one\nlet b = 222 // two", "let a = 1    // one\nlet b = 222  // two"],
  [
    "comments stay in place",
    "// first\nlet a = 1\n\n// second\n\n/* third */ let b = 2\n// last",
    "// first\nlet a = 1\n\n// second\n\n/* third */\nlet b = 2\n// last",
  ],
  [
    "comments in a block",
    "scenario s { // open\n x = 1 // one\n // two\n}",
    "scenario s {  // open\n  x = 1  // one\n  // two\n}",
  ],
  ["comments in a formula", "let x = a // one\n + b // two\n - c", "let x =\n  a  // one\n  + b  // two\n  - c"],
  ["comments without a place go above", "let x /* why */ = a", "/* why */\nlet x = a"],
  ["docs and annotations", '/// One\n///two\n@allow( a-b , "c" )\nlet x = 1', '/// One\n/// two\n@allow(a-b, "c")\nlet x = 1'],
  ["a row that was broken stays so", "let x = a and\n b and c", "let x =\n  a\n  and b\n  and c"],
  [
    "a choice that was broken stays so",
    "let x = if a then b\n else if c then d else e",
    "let x =\n  if a then b\n  else if c then d\n  else e",
  ],
  ["a choice on one line", "let x = if a then b else\n c", "let x =\n  if a then b\n  else c"],
  ["a match", 'let x = match k { "a"|"b"=>1,else=>2 }', 'let x = match k { "a" | "b" => 1, else => 2 }'],
  ["a match that was broken", 'let x = match k {\n"a"=>1,else=>2 }', 'let x = match k {\n  "a" => 1\n  else => 2\n}'],
  [
    "a long call",
    `let x = f(${Array.from({ length: 8 }, (_, i) => `argument_number_${i}`).join(", ")})`,
    `let x = f(\n${Array.from({ length: 8 }, (_, i) => `  argument_number_${i}`).join(",\n")}\n)`,
  ],
  [
    "a long row",
    `goal x = ${Array.from({ length: 8 }, (_, i) => `condition_number_${i}`).join(" and ")}`,
    `goal x =\n  ${Array.from({ length: 8 }, (_, i) => `condition_number_${i}`).join("\n  and ")}`,
  ],
  [
    "a sequence",
    "sequence m = a then b within 30[s] then c for 2 avoiding d",
    "sequence m = a then b within 30 [s] then c for 2 avoiding d",
  ],
  ["a sequence that was broken", "sequence m = a\n then b avoiding d", "sequence m =\n  a\n  then b\n  avoiding d"],
  [
    "claims",
    "prove  separates  g  by 0.1\nprove increasing  return in x\nprove equivalent  to B",
    "prove separates g by 0.1\nprove increasing return in x\nprove equivalent to B",
  ],
  ["data", 'data d  "x/*.jsonl"{a="b"}\ndata e "y"', 'data d "x/*.jsonl" { a = "b" }\ndata e "y"'],
  ["with", "expect a with {x=1} <= a", "expect a with { x = 1 } <= a"],
  ["track", "track a:vector(2)[s] starts 0=prev(a)+dt", "track a : vector(2) [s] starts 0 = prev(a) + dt"],
];

test.each(cases)("%s", (_what, source, expected) => {
  expect(members(source)).toBe(expected);
});

test("a file", () => {
  const source =
    'language   1\nuse "a.reward";unit tok\nunit km=1000[m]\nfn f( x,at=3 )=max(0,x-at)\nsignals S{a:bool}\n/// Doc\nreward R:-1 .. inf{}\nreward Q { }';
  expect(expectSound(source)).toBe(
    'language 1\nuse "a.reward"\nunit tok\nunit km = 1000 [m]\nfn f(x, at = 3) = max(0, x - at)\n\nsignals S { a : bool }\n\n/// Doc\nreward R : -1..inf {}\n\nreward Q {}\n',
  );
});

test("line ends are the file's own", () => {
  expect(format("reward R {\r\n  let x = 1 // a\r\n}\r\n")).toBe("reward R {\r\n  let x = 1  // a\r\n}\r\n");
});

test("a file with errors is left alone, an empty one stays empty", () => {
  expect(format("reward R { let x = }")).toBeUndefined();
  expect(format("")).toBe("");
  expect(format("// only a comment")).toBe("// only a comment\n");
});

/** A comment at every tenth place between two tokens, shifted by `shift`. */
function sprinkle(text: string, shift: number, comment: (n: number) => string): { text: string; count: number } {
  const { tokens } = lex(text);
  const places = tokens.filter((_, i) => i % 10 === shift).map((token) => token.startOffset);
  let out = "";
  let from = 0;
  places.forEach((place, n) => {
    out += text.slice(from, place) + comment(n);
    from = place;
  });
  return { text: out + text.slice(from), count: places.length };
}

test.each(all.slice(0, 14))("%s never loses a comment, wherever it stands", (_name, text) => {
  for (let shift = 0; shift < 10; shift += 3) {
    for (const comment of [
      (n: number) => `/* c${n} */ `,
      (n: number) => `// c${n}\n`,
      (n: number) => `\n// c${n}\n`,
      (n: number) => `\n/* c${n}\n   more */\n`,
    ]) {
      const sprinkled = sprinkle(text, shift, comment);
      const plain = parse(sprinkled.text);
      if (plain.errors.length > 0) continue;
      const once = format(sprinkled.text)!;
      for (let n = 0; n < sprinkled.count; n++)
        expect(once.match(new RegExp(`\\bc${n}\\b`, "g"))?.length, `c${n} of shift ${shift}`).toBe(1);
      expect(meaning(once)).toEqual(meaning(sprinkled.text));
      expect(format(once), `shift ${shift}`).toBe(once);
    }
  }
});
