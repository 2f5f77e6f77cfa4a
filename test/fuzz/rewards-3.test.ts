// Share 3 of the random rewards, beside the others so that they run side by side.
import { testRewards } from "./rewards.ts";

testRewards(3);
