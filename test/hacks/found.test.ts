// The rules find the documented hacks that show in a spec, and leave repaired and sound rewards alone.
import { describe, expect, it } from "vitest";
import { judgeAll } from "../../bench/hacks/score.ts";

describe.each([
  ["bare", false, 0.9],
  ["with tags", true, 0.95],
] as const)("%s", (_, tagged, least) => {
  const verdicts = judgeAll(tagged);
  const of = (variant: string) => verdicts.filter((verdict) => verdict.variant === variant);

  it("compiles every spec", () => {
    expect(verdicts.filter(({ rejected }) => rejected.length > 0)).toEqual([]);
  });

  it("finds gamed rewards by their own class where a spec alone shows it", () => {
    const plain = of("designed").filter(({ incident }) => incident?.route === "a");
    expect(plain.length).toBeGreaterThan(50);
    expect(plain.filter(({ strict }) => strict).length / plain.length).toBeGreaterThanOrEqual(least);
  });

  it("leaves repaired rewards alone, but for one in twenty", () => {
    expect(of("fixed").filter(({ strict }) => strict).length / of("fixed").length).toBeLessThanOrEqual(0.05);
  });

  it("leaves sound rewards alone", () => {
    expect(of("control").filter(({ any }) => any)).toEqual([]);
  });
});
