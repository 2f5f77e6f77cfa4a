// Stands in for the editor where there is none: tests, a plain browser. It keeps what the page posts and what it saves.
import type { FromPage, PageState, ToPage } from "../protocol.ts";

export interface FakeHost {
  /** Everything the page posted, oldest first. */
  posted: FromPage[];
  send(message: ToPage): void;
}

declare global {
  interface Window {
    fakeHost: FakeHost;
    acquireVsCodeApi?: () => unknown;
  }
}

/**
 * Runs in the page before its own script. Answers the page's `ready` with the messages in `first`, as JSON; keeps its state for
 * this tab, as the editor does for a panel. It is handed over as text, so it may use nothing outside itself.
 */
export function installFakeHost(first: string) {
  const key = "state";
  const host: FakeHost = {
    posted: [],
    send: (message) => window.postMessage(message, "*"),
  };
  window.fakeHost = host;
  window.acquireVsCodeApi = () => ({
    postMessage: (message: FromPage) => {
      host.posted.push(structuredClone(message));
      if (message.type === "ready") for (const each of JSON.parse(first)) host.send(each);
    },
    getState: () => JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined,
    setState: (state: PageState) => {
      sessionStorage.setItem(key, JSON.stringify(state));
      return state;
    },
  });
}
