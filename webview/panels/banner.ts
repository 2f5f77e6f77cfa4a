// What is wrong with the spec while the last good picture stays on the page. It must not know the panels below.
import { createButton } from "../controls.ts";
import { element, setText, show } from "../dom.ts";
import { icon } from "../icons.ts";
import type { View } from "../state.ts";
import type { Actions } from "./panel.ts";

export function createBanner({ reveal }: Pick<Actions, "reveal">) {
  const message = element("p", { class: "banner-message" });
  const stale = element("p", { class: "banner-note", text: "Below is the last version that compiled." });
  let at: View["broken"];
  const go = createButton({ label: "Go to problem", appearance: "secondary", press: () => at?.at && reveal(at.at) });
  const node = element(
    "div",
    { class: "banner", attributes: { role: "alert" } },
    icon("error"),
    element("div", { class: "banner-text" }, message, stale),
    go,
  );
  show(node, false);
  return {
    node,
    update(view: View) {
      at = view.broken;
      show(node, at !== undefined);
      show(go, at?.at !== undefined);
      show(stale, view.loaded !== undefined);
      setText(message, at?.message ?? "");
    },
  };
}
