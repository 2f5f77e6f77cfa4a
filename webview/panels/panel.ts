// What every panel of the page is: an element made once and a function that brings it up to date. Types only.
import type { Source } from "../../runtime/program.ts";
import type { Picture } from "../picture.ts";
import type { View } from "../state.ts";

export interface Panel {
  node: HTMLElement;
  update(picture: Picture): void;
}

/** What a panel may ask for. */
export interface Actions {
  change(patch: Partial<View>): void;
  reveal(source: Source): void;
  /** Writes a member into the reward. */
  insert(text: string): void;
}
