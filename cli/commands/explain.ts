// `telos explain`: the page of a hackable pattern or of an operator.
import { explain, listRules } from "../../analysis/explain.ts";
import { signatureOf } from "../../compiler/elaborate/arguments.ts";
import { nearest } from "../../compiler/elaborate/suggest.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { type Command, exit } from "../command.ts";

export const explainCommand: Command = {
  name: "explain",
  usage: "explain RULE|OPERATOR",
  summary: "Explain a hackable pattern or an operator.",
  run(args, io) {
    const [name] = args;
    if (name === undefined || args.length !== 1) {
      io.error("telos explain: name one rule (RH203, compensable-constraint) or operator (tolerance).\n");
      return exit.usage;
    }
    const page = explain(name)?.page;
    const operator = operatorByName.get(name);
    if (page === undefined && operator === undefined) {
      const close = nearest(name, [...listRules().flatMap((rule) => [rule.code, rule.name]), ...operatorByName.keys()]);
      io.error(`telos explain: there is no rule or operator '${name}'.${close ? ` Did you mean '${close}'?` : ""}\n`);
      return exit.usage;
    }
    io.out(page ?? operatorPage(operator!));
    return exit.clean;
  },
};

function operatorPage(operator: Operator): string {
  const parameters = operator.parameters.map((parameter) => `  ${parameter.name}: ${parameter.doc}`);
  const examples = operator.examples.map((example) => `  ${example.expression} = ${JSON.stringify(example.value)}`);
  return [
    signatureOf(operator),
    "",
    operator.summary,
    "",
    operator.doc,
    "",
    ...parameters,
    "",
    ...examples,
    "",
    `Source: ${operator.source}`,
    "",
  ].join("\n");
}
