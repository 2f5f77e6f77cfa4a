// Likelihood, judges and preferences, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as askOrAct } from "./ask-or-act.ts";
import { operator as avgLogprob } from "./avg-logprob.ts";
import { operator as avgProb } from "./avg-prob.ts";
import { operator as breakEven } from "./break-even.ts";
import { operator as citation } from "./citation.ts";
import { operator as claims } from "./claims.ts";
import { operator as consistencyBonus } from "./consistency-bonus.ts";
import { operator as critiqueSim } from "./critique-sim.ts";
import { operator as debate } from "./debate.ts";
import { operator as entropy } from "./entropy.ts";
import { operator as guard } from "./guard.ts";
import { operator as infoGain } from "./info-gain.ts";
import { operator as jepo } from "./jepo.ts";
import { operator as lengthBand } from "./length-band.ts";
import { operator as lengthOver } from "./length-over.ts";
import { operator as logprob } from "./logprob.ts";
import { operator as phrases } from "./phrases.ts";
import { operator as prefBt } from "./pref-bt.ts";
import { operator as prefBtMargin } from "./pref-bt-margin.ts";
import { operator as prefBtScaled } from "./pref-bt-scaled.ts";
import { operator as prefDiff } from "./pref-diff.ts";
import { operator as prefRdp } from "./pref-rdp.ts";
import { operator as prefStrength } from "./pref-strength.ts";
import { operator as seqProb } from "./seq-prob.ts";
import { operator as swap } from "./swap.ts";

export const operators: readonly Operator[] = [
  logprob,
  avgLogprob,
  seqProb,
  avgProb,
  jepo,
  phrases,
  lengthOver,
  lengthBand,
  guard,
  swap,
  consistencyBonus,
  critiqueSim,
  prefBt,
  prefBtMargin,
  prefBtScaled,
  prefDiff,
  prefRdp,
  prefStrength,
  entropy,
  infoGain,
  askOrAct,
  breakEven,
  claims,
  citation,
  debate,
];
