// How many documented reward hacks the rules find, and how often they speak of sound rewards.
import { judgeAll, type Route, records, type Verdict } from "./hacks/score.ts";

const share = (hits: number, of: number): string =>
  `${String(hits).padStart(3)}/${String(of).padEnd(3)} ${of === 0 ? "" : `${((100 * hits) / of).toFixed(1)} %`}`;
const routes: readonly Route[] = ["a", "b", "c"];

function row(title: string, verdicts: readonly Verdict[], holds: (verdict: Verdict) => boolean): void {
  const of = (list: readonly Verdict[]) => share(list.filter(holds).length, list.length);
  const byRoute = routes.map((route) => `${route} ${of(verdicts.filter((each) => each.incident?.route === route)).padEnd(15)}`);
  console.log(`${title.padEnd(44)}${byRoute.join("")}all ${of(verdicts)}`);
}

for (const tagged of [false, true]) {
  const verdicts = judgeAll(tagged);
  const [designed, fixed, controls] = (["designed", "fixed", "control"] as const).map((variant) =>
    verdicts.filter((verdict) => verdict.variant === variant),
  );
  console.log(`\n${tagged ? "With tags" : "Bare"}: a found in the spec alone, b by search, c in the environment only`);
  row("gamed rewards: their own class", designed!, ({ strict }) => strict);
  row("gamed rewards: a class that applies", designed!, ({ lenient }) => lenient);
  row("gamed rewards: any warning", designed!, ({ any }) => any);
  row("repaired rewards: still their own class", fixed!, ({ strict }) => strict);
  row("repaired rewards: any warning", fixed!, ({ any }) => any);
  console.log(`${"sound rewards: any warning".padEnd(44)}${share(controls!.filter(({ any }) => any).length, controls!.length)}`);
  console.log(
    `${"refused by the compiler".padEnd(44)}${share(verdicts.filter(({ rejected }) => rejected.length > 0).length, verdicts.length)}`,
  );
  if (tagged) continue;
  console.log("\nBy class: gamed found, repaired still raised");
  for (const name of [...new Set(records.incidents.map((incident) => incident.class))].sort()) {
    const of = (list: readonly Verdict[]) => list.filter(({ incident }) => incident?.class === name);
    const hits = (list: readonly Verdict[]) => share(of(list).filter(({ strict }) => strict).length, of(list).length);
    console.log(`  ${name.padEnd(26)}${hits(designed!).padEnd(16)}${hits(fixed!)}`);
  }
  for (const [title, list] of [
    ["Missed, route a", designed!.filter(({ strict, incident }) => !strict && incident?.route === "a")],
    ["Repaired and still raised", fixed!.filter(({ strict }) => strict)],
    ["Sound and warned about", controls!.filter(({ any }) => any)],
  ] as const) {
    if (list.length > 0) console.log(`\n${title}`);
    for (const { id, rules, incident } of list)
      console.log(`  ${id}${incident === undefined ? "" : ` (${incident.class})`}: ${rules.join(", ") || "silent"}`);
  }
}
