// Everything a change must pass, in the order in which failures are cheapest. Stops at the first failure. Arguments go to the tests.
// @ts-check
import { npmScript } from "./npm.mjs";

const steps = [["generate:check"], ["lint"], ["test", ...process.argv.slice(2)], ["package"]];

for (const [script, ...args] of steps) {
  console.log(`\n── ${script}`);
  const code = npmScript(script, args);
  if (code !== 0) {
    console.error(`\nNot ready: npm run ${script} failed.`);
    process.exit(1);
  }
}
console.log("\nReady.");
