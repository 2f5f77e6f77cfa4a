// The columns of the trajectory table: what each shows, how it sorts, when it is worth having. It must not know scrolling.
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";
import { element } from "../dom.ts";
import { columnDecimals, formatCount, formatFixed, formatSigned, NOTHING } from "../format.ts";
import { icon } from "../icons.ts";
import { goalOf, type Picture, recordedReturn } from "../picture.ts";

export interface Row {
  index: number;
  episode: Episode;
  result?: EpisodeResult;
  base?: EpisodeResult;
}

export interface Column {
  id: string;
  label: string;
  title?: string;
  /** Characters of the widest value; the column is as wide as that or as its label. */
  widest: number;
  numeric: boolean;
  /** Given up first where the page is narrow; 0 is never given up. */
  rank: number;
  key?: (row: Row) => number | string | null;
  fill: (cell: HTMLElement, row: Row) => void;
}

/** The columns worth showing for these trajectories. The bar column is drawn by the table itself. */
export function columnsOf(picture: Picture): Column[] {
  const { program, episodes } = picture;
  const results = picture.results.filter((r) => r !== undefined);
  const columns: Column[] = [
    {
      id: "id",
      label: picture.set?.kind === "data" ? "Episode" : "Scenario",
      widest: Math.min(32, episodes.reduce((most, { id }) => Math.max(most, id.length), 4) + 1),
      numeric: false,
      rank: 0,
      key: (row) => row.episode.id,
      fill: (cell, row) => {
        cell.textContent = row.episode.id;
        cell.title = originOf(row.episode);
      },
    },
    {
      id: "bar",
      label: "Return by term",
      title: "What each term pays, stacked from zero; the upright mark is the return",
      widest: 0,
      numeric: false,
      rank: 4,
      fill: () => {},
    },
    numberColumn("return", "Return", "Sum of everything paid", (r) => r?.return ?? null, picture, 0),
  ];
  if (picture.changed) columns.push(changeColumn());
  if (program.settings.discount !== 1) {
    const title = "Sum of \u03b3\u1d57 times what is paid";
    columns.push(numberColumn("discounted", "Discounted", title, (r) => r?.discounted ?? null, picture, 3));
  }
  if (program.goals.length > 0) columns.push(goalColumn(picture));
  const requires = program.requires.length > 0 || results.some((r) => r.violations.length > 0);
  if (requires)
    columns.push(countColumn("violations", "Violations", "Violated requires", (row) => row.result?.violations.length ?? 0));
  if (results.some((r) => r.invalid.length > 0)) {
    columns.push(countColumn("invalid", "Invalid", "Values that could not be used", (row) => row.result?.invalid.length ?? 0));
  }
  if (!program.oneShot) columns.push(stepsColumn());
  if (episodes.some(({ group }) => group !== undefined)) columns.splice(1, 0, groupColumn(episodes));
  if (episodes.some((episode) => episode.recorded)) columns.push(...recordedColumns(episodes));
  return columns;
}

function numberColumn(
  id: string,
  label: string,
  title: string,
  value: (result: EpisodeResult | undefined) => number | null,
  picture: Picture,
  rank: number,
): Column {
  const values = picture.results.map(value);
  const decimals = columnDecimals(values);
  const fill = (cell: HTMLElement, row: Row) => {
    const number = value(row.result);
    const known = row.result !== undefined;
    cell.textContent = known ? (number === null ? "invalid" : formatFixed(number, decimals)) : "\u2026";
    cell.classList.toggle("bad", known && number === null);
  };
  return { id, label, title, widest: widestOf(values, decimals), numeric: true, rank, key: (row) => value(row.result), fill };
}

function changeColumn(): Column {
  const difference = (row: Row) => {
    const [now, before] = [row.result?.return, row.base?.return];
    return typeof now === "number" && typeof before === "number" ? now - before : null;
  };
  return {
    id: "change",
    label: "Change",
    title: "Difference to the spec as written",
    widest: 9,
    numeric: true,
    rank: 2,
    key: difference,
    fill: (cell, row) => {
      const change = difference(row);
      cell.textContent = formatSigned(change, 3);
      cell.classList.toggle("muted", !change);
    },
  };
}

function goalColumn(picture: Picture): Column {
  const { goals } = picture.program;
  const label = goals.length === 1 ? goals[0].name : "Goals";
  const key = (row: Row) => {
    const goal = goalOf(row.result);
    return goal === null ? null : Number(goal);
  };
  const fill = (cell: HTMLElement, row: Row) => {
    const goal = goalOf(row.result);
    cell.classList.toggle("good", goal === true);
    cell.classList.toggle("missed", goal === false);
    if (typeof goal === "number") cell.textContent = formatFixed(goal, 3);
    else if (goal === null) cell.replaceChildren(icon("dash"), element("span", { class: "hidden", text: "unknown" }));
    else
      cell.replaceChildren(
        icon(goal ? "check" : "cross"),
        element("span", { class: "hidden", text: goal ? "reached" : "missed" }),
      );
  };
  return { id: "goal", label, title: "Goal: what is really wanted; never paid", widest: 5, numeric: false, rank: 0, key, fill };
}

function countColumn(id: string, label: string, title: string, count: (row: Row) => number): Column {
  const fill = (cell: HTMLElement, row: Row) => {
    const n = count(row);
    if (n === 0) cell.replaceChildren("0");
    else cell.replaceChildren(icon("warning"), String(n));
    cell.classList.toggle("muted", n === 0);
    cell.classList.toggle("alarm", n > 0);
  };
  return { id, label, title, widest: 6, numeric: true, rank: 3, key: count, fill };
}

function stepsColumn(): Column {
  const key = (row: Row) => row.episode.steps.length;
  return {
    id: "steps",
    label: "Steps",
    widest: 6,
    numeric: true,
    rank: 2,
    key,
    fill: (cell, row) => (cell.textContent = formatFixed(key(row), 0)),
  };
}

function groupColumn(episodes: Episode[]): Column {
  const key = (row: Row) => row.episode.group ?? null;
  const widest = Math.min(
    16,
    episodes.reduce((most, { group }) => Math.max(most, group?.length ?? 0), 3),
  );
  const fill = (cell: HTMLElement, row: Row) => {
    cell.textContent = row.episode.group ?? NOTHING;
  };
  return { id: "group", label: "Group", title: "Samples of one prompt", widest, numeric: false, rank: 2, key, fill };
}

function recordedColumns(episodes: Episode[]): Column[] {
  const recorded = episodes.map(recordedReturn);
  const decimals = columnDecimals(recorded);
  const difference = (row: Row) => {
    const logged = recordedReturn(row.episode);
    const paid = row.result?.return;
    return logged === null || typeof paid !== "number" ? null : paid - logged;
  };
  return [
    {
      id: "recorded",
      label: "Recorded",
      title: "Sum of the rewards written in the log",
      widest: widestOf(recorded, decimals),
      numeric: true,
      rank: 3,
      key: (row) => recordedReturn(row.episode),
      fill: (cell, row) => (cell.textContent = formatFixed(recordedReturn(row.episode), decimals)),
    },
    {
      id: "difference",
      label: "Difference",
      title: "What this spec pays beyond what the log recorded",
      widest: 9,
      numeric: true,
      rank: 3,
      key: difference,
      fill: (cell, row) => {
        const value = difference(row);
        cell.textContent = value === null ? NOTHING : Math.abs(value) < 1e-9 ? "0" : formatSigned(value);
      },
    },
  ];
}

function widestOf(values: Iterable<number | null>, decimals: number): number {
  let most = 3;
  for (const value of values) most = Math.max(most, value === null ? "invalid".length : formatFixed(value, decimals).length);
  return most;
}

/** CSS grid track of a column. Every row has the same, so that virtual rows line up. */
export function trackOf(column: Column): string {
  return column.id === "bar" ? "minmax(7em, 1fr)" : `${widthOf(column)}em`;
}

/** Width in em of everything but the bars, which take what is left and need some nine. */
export function widthOf({ id, label, widest, key }: Column): number {
  if (id === "bar") return 9;
  const arrow = key ? 1.3 : 0;
  return Number(Math.max(widest * 0.64, label.length * 0.58 + arrow).toFixed(2));
}

function originOf(episode: Episode): string {
  const { origin } = episode;
  if (!origin) return episode.id;
  return "file" in origin ? `${origin.file}, line ${origin.line}` : `${formatCount(episode.steps.length, "step")}`;
}

/** Rows in the order asked for; what has no value comes last. Without a sort, the order of the spec or log. */
export function sortRows(rows: Row[], column: Column | undefined, descending: boolean): Row[] {
  const key = column?.key;
  if (!key) return rows;
  const direction = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: key(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return a.value === b.value ? a.row.index - b.row.index : a.value === null ? 1 : -1;
      const order =
        typeof a.value === "number" && typeof b.value === "number" ? a.value - b.value : compareTexts(a.value, b.value);
      return order === 0 ? a.row.index - b.row.index : order * direction;
    })
    .map(({ row }) => row);
}

const collator = new Intl.Collator(undefined, { numeric: true });
const compareTexts = (a: string | number, b: string | number) => collator.compare(String(a), String(b));
