// Every fix of every case of the suites is applied: what it leaves parses, and it does what it says.
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { parse } from "../../grammar/parser.ts";
import { applyFix } from "./apply-fix.ts";
import { readSuite } from "./suite.ts";

const folder = new URL("./", import.meta.url);
const suites = readdirSync(folder).filter((file) => file.endsWith(".md"));

const isError = ({ severity }: { severity?: string }) => (severity ?? "error") === "error";
const syntaxErrors = (text: string) => parse(text).errors.filter(isError).length;
const described = ({ code, message }: Diagnostic) => `${code}: ${message}`;

/** Suites without a fix have nothing to apply. */
const offering = suites.filter((suite) =>
  readSuite(new URL(suite, folder)).some((one) =>
    compile(one.text, one.host).diagnostics.some(({ fixes }) => (fixes?.length ?? 0) > 0),
  ),
);

describe.each(offering)("%s", (suite) => {
  for (const one of readSuite(new URL(suite, folder))) {
    const { diagnostics } = compile(one.text, one.host);
    const before = diagnostics.filter(isError).length;
    for (const diagnostic of diagnostics) {
      for (const fix of diagnostic.fixes ?? []) {
        it(`${one.name}: ${diagnostic.code} ${fix.title}`, () => {
          const text = applyFix(one.text, fix);
          expect(text).not.toBe(one.text);
          expect(syntaxErrors(text), text).toBeLessThanOrEqual(syntaxErrors(one.text));
          const after = compile(text, one.host).diagnostics;
          const same = after.filter((other) => described(other) === described(diagnostic));
          const alike = diagnostics.filter((other) => described(other) === described(diagnostic));
          expect(same.length, text).toBeLessThan(alike.length);
          if (fix.safe) {
            const added = after
              .filter(isError)
              .map(described)
              .filter((message) => !diagnostics.map(described).includes(message));
            expect(added, text).toEqual([]);
            expect(after.filter(isError).length, text).toBeLessThanOrEqual(isError(diagnostic) ? before - 1 : before);
          }
        });
      }
    }
  }
});
