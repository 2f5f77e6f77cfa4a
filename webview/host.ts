// The only door to the editor: the webview API, typed. Elsewhere (tests, a plain browser) a fake host stands in for it.
import type { FromPage, PageState, ToPage } from "./protocol.ts";

interface WebviewApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): PageState;
}
declare function acquireVsCodeApi(): WebviewApi;

export interface Host {
  post(message: FromPage): void;
  /** Called with every message of the host. */
  listen(receive: (message: ToPage) => void): void;
  /** What was kept when the page was last hidden or reloaded. */
  saved(): PageState | undefined;
  save(state: PageState): void;
}

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    listen: (receive) => {
      window.addEventListener("message", (event: MessageEvent<ToPage>) => {
        if (event.data && typeof event.data === "object" && "type" in event.data) receive(event.data);
      });
    },
    saved: () => api.getState(),
    save: (state) => {
      api.setState(state);
      api.postMessage({ type: "state", state });
    },
  };
}
