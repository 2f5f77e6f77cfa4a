// The values along an axis, as a list: the record. The compiler makes an aggregate of it.
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "collect",
  category: "reduction",
  summary: "The values along an axis themselves, as a list.",
  doc: "`collect(x) over steps` is the list of the values of `x` in the order of the steps, `collect(x) over group` that of one value per sample of the group; with `where` only those that meet the condition. Whatever takes a list takes it, so that `similarity`, `unique` or `quantile` can look at a whole episode. A value that is missing is missing in the list too.",
  parameters: [{ name: "values", type: "any", doc: "A value `over` an axis." }],
  result: "list",
  unit: "same",
  elementwise: false,
  rewritten: true,
  range: ([x]) => x,
  monotone: ["+"],
  examples: [{ expression: "sum(collect(t) over steps)", value: 6, steps: 4 }],
  source: "Python list comprehension",
};
