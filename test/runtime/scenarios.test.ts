// Scenarios as trajectories, expectations over them, records of logs as signals.
import { describe, expect, test } from "vitest";
import { runExpectations } from "../../runtime/expectations.ts";
import { type LogRecord, mapRecords, pathReader } from "../../runtime/map-records.ts";
import type { NodeId, Scenario, ScenarioEntry } from "../../runtime/program.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import { BOOL, buildProgram, listOf, NUMBER, type ProgramBuilder, TEXT, vectorOf } from "./build-program.ts";

const at = (signal: string, node: NodeId, component?: number): ScenarioEntry => ({
  signal,
  node,
  ...(component === undefined ? {} : { component }),
});
const scenario = (entries: ScenarioEntry[], segments: Scenario["segments"] = [], name = "s"): Scenario => ({
  name,
  entries,
  segments,
  source: [0, 0],
});
const play = (b: ProgramBuilder, entries: ScenarioEntry[], segments: Scenario["segments"] = []) =>
  scenarioEpisode(b.program, scenario(entries, segments));

describe("scenarios", () => {
  test("one step without segments; signals nobody mentions take the least remarkable value", () => {
    const b = buildProgram();
    b.signal("x", { range: [-1, 1] });
    b.signal("far", { range: [3, 9] });
    b.signal("below", { range: [null, -2] });
    b.signal("usual", { tags: { default: 0.5 } });
    b.signal("flag", { type: BOOL });
    b.signal("say", { type: TEXT });
    b.signal("mode", { type: { kind: "text", alternatives: ["on", "off"] } });
    b.signal("v", { type: vectorOf(2), range: [1, 2] });
    b.signal("feet", { type: vectorOf(2, "bool") });
    b.signal("xs", { type: listOf(NUMBER) });
    b.signal("spread", { type: vectorOf(2), tags: { default: 4 } });
    expect(play(b, [])).toEqual({
      id: "s",
      origin: { scenario: "s" },
      steps: [
        {
          x: 0,
          far: 3,
          below: -2,
          usual: 0.5,
          flag: false,
          say: "",
          mode: "on",
          v: [1, 1],
          feet: [false, false],
          xs: [],
          spread: [4, 4],
        },
      ],
    });
  });

  test("segments play in order; t counts on, segment_step starts anew", () => {
    const b = buildProgram();
    b.signal("x");
    b.signal("y");
    const t = b.builtin("t");
    const along = b.apply("divide", b.builtin("segment_step"), b.builtin("segment_steps"));
    const episode = play(
      b,
      [at("x", t)],
      [
        { steps: 2, entries: [at("y", along)] },
        { steps: 3, entries: [at("y", b.constant(9)), at("x", b.constant(-1))] },
      ],
    );
    expect(episode.steps).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0.5 },
      { x: -1, y: 9 },
      { x: -1, y: 9 },
      { x: -1, y: 9 },
    ]);
  });

  test("a component over the vector, a segment over the episode, a number fills a vector", () => {
    const b = buildProgram();
    b.signal("v", { type: vectorOf(3) });
    b.signal("feet", { type: vectorOf(2, "bool") });
    const whole = at("v", b.constant([1, 2, 3]));
    const episode = play(
      b,
      [whole, at("v", b.constant(7), 1), at("feet", b.constant(true))],
      [
        { steps: 1, entries: [] },
        { steps: 1, entries: [at("v", b.builtin("t"), 0), at("feet", b.constant(false), 1)] },
        { steps: 1, entries: [at("v", b.constant(0))] },
      ],
    );
    expect(episode.steps).toEqual([
      { v: [1, 7, 3], feet: [true, true] },
      { v: [1, 7, 3], feet: [true, false] },
      { v: [0, 0, 0], feet: [true, true] },
    ]);
  });

  test("values known once go to `end`, read where the episode really ends", () => {
    const b = buildProgram();
    b.signal("x");
    b.signal("command", { timing: "start", type: vectorOf(2) });
    b.signal("score", { timing: "end" });
    const t = b.builtin("t");
    const episode = play(b, [at("command", b.constant([1, 2])), at("score", t)], [{ steps: 4, entries: [] }]);
    expect(episode.end).toEqual({ command: [1, 2], score: 3 });
    expect(episode.start).toBeUndefined();
  });

  test("reaching `ends when` stops it, that step included", () => {
    const b = buildProgram();
    const x = b.signal("x");
    b.signal("score", { timing: "end" });
    const limit = b.signal("limit", { timing: "start" });
    b.ends(b.apply("greater", x, limit), "success");
    b.ends(b.apply("greater", x, b.constant(50)));
    const t = b.builtin("t");
    const episode = play(b, [at("x", t), at("score", t), at("limit", b.constant(1.5))], [{ steps: 10, entries: [] }]);
    expect(episode.steps).toEqual([{ x: 0 }, { x: 1 }, { x: 2 }]);
    expect(episode.end).toEqual({ limit: 1.5, score: 2 });
  });

  test("parameters take part, with their knobs", () => {
    const b = buildProgram();
    b.signal("x");
    const spec = scenario([at("x", b.param("p", 3))]);
    expect(scenarioEpisode(b.program, spec).steps).toEqual([{ x: 3 }]);
    expect(scenarioEpisode(b.program, spec, { params: { p: 4 } }).steps).toEqual([{ x: 4 }]);
  });
});

describe("expectations", () => {
  function graded() {
    const b = buildProgram();
    const correct = b.signal("correct", { type: BOOL });
    const tokens = b.signal("tokens", { range: [0, 100] });
    b.objective("right", correct, { weight: b.constant(1.25) });
    b.penalty("long", b.apply("divide", tokens, b.constant(100)));
    b.goal("solved", correct);
    b.probe("tokens", tokens);
    b.shaping("noise", tokens);
    const make = (name: string, right: boolean, length: number | undefined) =>
      b.program.scenarios.push(
        scenario(
          [at("correct", b.constant(right)), ...(length === undefined ? [] : [at("tokens", b.constant(length))])],
          [],
          name,
        ),
      );
    make("honest", true, 10);
    make("padded", false, 80);
    const pays = (name: string, member?: { kind: "term" | "goal" | "probe"; name: string }) =>
      b.node({
        op: "scenario",
        scenario: name,
        timing: "constant",
        ...(member ? { member } : {}),
        ...(member?.kind === "goal" ? { type: BOOL } : {}),
      });
    const expectThat = (text: string, node: NodeId) => b.program.expectations.push({ text, node, source: [1, 2] });
    return { b, pays, expectThat, run: () => runExpectations(b.program) };
  }

  test("a scenario's name is its return without shaping; the message shows the numbers", () => {
    const { b, pays, expectThat, run } = graded();
    expectThat("honest > padded", b.apply("greater", pays("honest"), pays("padded")));
    expectThat("padded > honest", b.apply("greater", pays("padded"), pays("honest")));
    expect(run()).toEqual([
      {
        name: "honest > padded",
        kind: "expect",
        status: "passed",
        message: "honest pays 1.15, padded pays -0.8. honest − padded = 1.95, asked more than 0.",
        source: [1, 2],
      },
      {
        name: "padded > honest",
        kind: "expect",
        status: "failed",
        message: "padded pays -0.8, honest pays 1.15. padded − honest = -1.95, asked more than 0.",
        source: [1, 2],
      },
    ]);
  });

  test("a margin is shown with what was asked, from either side", () => {
    const { b, pays, expectThat, run } = graded();
    const margin = (by: number) => b.apply("greater_equal", b.apply("subtract", pays("honest"), pays("padded")), b.constant(by));
    expectThat("honest > padded by 2", margin(2));
    expectThat(
      "padded < honest and honest > padded by 1",
      b.apply("and", b.apply("less", pays("padded"), pays("honest")), margin(1)),
    );
    expect(run().map(({ status, message }) => [status, message])).toEqual([
      ["failed", "honest pays 1.15, padded pays -0.8. honest − padded = 1.95, asked at least 2."],
      [
        "passed",
        "padded pays -0.8, honest pays 1.15. honest − padded = 1.95, asked more than 0; honest − padded = 1.95, asked at least 1.",
      ],
    ]);
  });

  test("terms, goals and probes of a scenario", () => {
    const { b, pays, expectThat, run } = graded();
    const term = pays("padded", { kind: "term", name: "long" });
    const goal = pays("honest", { kind: "goal", name: "solved" });
    const probe = pays("padded", { kind: "probe", name: "tokens" });
    expectThat("padded.long < -0.5", b.apply("less", term, b.constant(-0.5)));
    expectThat("honest.solved", goal);
    expectThat("padded.tokens == 80", b.apply("equal", probe, b.constant(80)));
    expect(run().map(({ status, message }) => [status, message])).toEqual([
      ["passed", "padded.long pays -0.8."],
      ["passed", "honest.solved is true."],
      ["passed", "padded.tokens is 80."],
    ]);
  });

  test("a scenario without a return is an error that says where the fault is", () => {
    const { b, pays, expectThat, run } = graded();
    b.program.scenarios.push(scenario([at("tokens", b.constant(700))], [], "broken"));
    expectThat("broken < honest", b.apply("less", pays("broken"), pays("honest")));
    expectThat("nobody < honest", b.apply("less", pays("nobody"), pays("honest")));
    const [broken, nobody] = run();
    expect(broken.status).toBe("error");
    expect(broken.message).toBe(
      "broken has no value: on step 0, tokens: is outside 0..100. Give the scenario values with which it can be computed.",
    );
    expect(nobody).toMatchObject({ status: "error", message: "There is no scenario nobody." });
  });

  test("a program without expectations has none", () => {
    expect(runExpectations(buildProgram().program)).toEqual([]);
  });
});

describe("records of a log", () => {
  const records: LogRecord[] = [
    { obs: [0.5, 2], info: { score: [{ v: 7 }] }, done: true, id: "a", "flat.key": 1 },
    { obs: [1], info: {}, done: 0, id: 5, flat: { key: 2 } },
  ];

  test("paths reach into objects and arrays; a key spelt like the path comes first", () => {
    const values = (path: string) => records.map(pathReader(path));
    expect(values("obs[1]")).toEqual([2, undefined]);
    expect(values("info.score[0].v")).toEqual([7, undefined]);
    expect(values("flat.key")).toEqual([1, 2]);
    expect(values("obs.length")).toEqual([undefined, undefined]);
    expect(values("constructor.name")).toEqual([undefined, undefined]);
    expect(values("id.x")).toEqual([undefined, undefined]);
  });

  test("plain columns are handed on as they are; expressions are computed, and undefined where they cannot be", () => {
    const b = buildProgram();
    const column = (path: string, type = NUMBER) => b.node({ op: "column", path, type });
    const second = b.apply("multiply", column("obs[1]"), b.constant(2));
    const flagged = b.apply("not", column("done", BOOL));
    const source = {
      name: "log",
      glob: "*.jsonl",
      entries: { v: column("obs", vectorOf(2)), second, flagged, id: column("id", TEXT) },
      columns: { terminated: column("done", BOOL), episode: column("nowhere", TEXT) },
      source: [0, 0] as [number, number],
    };
    expect(mapRecords(b.program, source, records)).toEqual([
      { signals: { v: [0.5, 2], second: 4, flagged: false, id: "a" }, columns: { terminated: true, episode: undefined } },
      { signals: { v: [1], second: undefined, flagged: true, id: 5 }, columns: { terminated: 0, episode: undefined } },
    ]);
    expect(mapRecords(b.program, source, [])).toEqual([]);
  });
});
