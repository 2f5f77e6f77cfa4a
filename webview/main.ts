// The preview page: connects host, state, evaluation and panels. Everything else is in the modules it names.
import { prepare } from "../runtime/evaluate.ts";
import { registerControls } from "./controls.ts";
import { element, show } from "./dom.ts";
import { createEvaluation } from "./evaluation.ts";
import { connectHost } from "./host.ts";
import { createInspector } from "./inspection.ts";
import { createAnnouncer } from "./panels/announcer.ts";
import { createBanner } from "./panels/banner.ts";
import { createCharts } from "./panels/charts.ts";
import { createEmpty } from "./panels/empty.ts";
import { createExpectations } from "./panels/expectations.ts";
import { createFigures } from "./panels/figures.ts";
import { createHeader } from "./panels/header.ts";
import type { Actions, Panel } from "./panels/panel.ts";
import { createParameters } from "./panels/parameters.ts";
import { createStep } from "./panels/step.ts";
import { createSummary } from "./panels/summary.ts";
import { createTerms } from "./panels/terms.ts";
import { createTrajectories } from "./panels/trajectories.ts";
import { createPicture, type Picture } from "./picture.ts";
import type { ToPage } from "./protocol.ts";
import { createStore, keep, receive, restore } from "./state.ts";
import "./style/main.css";

const SAVE_AFTER = 150;

function start() {
  registerControls();
  const host = connectHost();
  const store = createStore(restore(host.saved()));
  const evaluation = createEvaluation(prepare, () => store.change({}));
  const picture = createPicture(evaluation);
  const inspector = createInspector(prepare);
  const inspect = ({ program, episodes, index, view }: Picture) =>
    index < 0 ? undefined : inspector(program, episodes, index, view.knobs);

  const actions: Actions = {
    change: store.change,
    reveal: (source) => host.post({ type: "reveal", source }),
    insert: (text) => host.post({ type: "insert", text }),
  };
  const banner = createBanner(actions);
  const waiting = element("p", { class: "waiting muted", text: "Waiting for the spec\u2026" });
  const charts = createCharts(actions);
  const step = createStep(actions, inspect);
  const episode: Panel[] = [createFigures(), charts];
  const knobs: Panel[] = [createParameters(actions), createTerms(actions, inspect)];
  const table = createTrajectories(actions);
  const overview: Panel[] = [
    createHeader(actions),
    createSummary(actions),
    table,
    createExpectations(actions),
    createEmpty(actions),
  ];
  const announcer = createAnnouncer();
  const main = element("div", { class: "episode" }, ...episode.map((panel) => panel.node));
  const side = element(
    "aside",
    { class: "side", attributes: { "aria-label": "Weights and parameters" } },
    ...knobs.map((panel) => panel.node),
  );
  const columns = element("div", { class: "columns" }, main, side, step.node);
  const content = element("main", { class: "content" }, ...overview.map((panel) => panel.node), columns);
  show(content, false);
  document.body.append(element("div", { class: "page" }, banner.node, waiting, content, announcer.node));

  const panels = [...overview, ...episode, ...knobs, step, announcer];
  store.subscribe((view) => {
    banner.update(view);
    const next = picture(view);
    show(waiting, next === undefined && !view.broken);
    show(content, next !== undefined);
    if (!next) return;
    show(columns, next.episodes.length > 0);
    show(charts.node, !next.program.oneShot);
    show(table.node, next.episodes.length > 0);
    document.body.classList.toggle("one-shot", next.program.oneShot);
    for (const panel of panels) if (!panel.node.hidden || panel !== charts) panel.update(next);
  });

  let saving: number | undefined;
  store.subscribe((view) => {
    if (!view.loaded) return;
    window.clearTimeout(saving);
    saving = window.setTimeout(() => host.save(keep(store.view())), SAVE_AFTER);
  });
  const save = () => {
    if (store.view().loaded) host.save(keep(store.view()));
  };
  window.addEventListener("pagehide", save);

  host.listen((message: ToPage) => store.change(receive(store.view(), message)));
  for (const kind of ["error", "unhandledrejection"] as const) {
    window.addEventListener(kind, (event) => {
      const reason = event instanceof ErrorEvent ? event.message : String((event as PromiseRejectionEvent).reason);
      host.post({ type: "failed", message: reason });
    });
  }
  host.post({ type: "ready" });
}

start();
