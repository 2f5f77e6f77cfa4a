// See rewards.ts.
import { testRewards } from "./rewards.ts";

testRewards(1);
