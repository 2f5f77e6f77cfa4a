// Telos' own requests: what the preview shows, and which term the cursor is in.
import { providePreview } from "../preview.ts";
import {
  type PreviewParams,
  type PreviewResult,
  previewRequest,
  type TermAtParams,
  type TermAtResult,
  termAtRequest,
} from "../protocol.ts";
import { termAt } from "../syntax/term-at.ts";
import { turn } from "./schedule.ts";
import { guarded, type Session } from "./session.ts";

export function registerPreview(session: Session): void {
  const { connection } = session;
  const unavailable: PreviewResult = {
    ok: false,
    version: 0,
    message: "The file is not open, or the preview of it failed; the server's log says why.",
  };

  connection.onRequest(
    previewRequest,
    guarded(session, unavailable, async (params: PreviewParams, token) => {
      await turn();
      const document = session.open(params.uri);
      if (document === undefined || token.isCancellationRequested) return unavailable;
      return providePreview(document, {
        reward: params.reward,
        folders: session.folders,
        isCancelled: () => token.isCancellationRequested,
      });
    }),
  );

  connection.onRequest(
    termAtRequest,
    guarded(session, null, async ({ uri, offset }: TermAtParams): Promise<TermAtResult> => {
      const document = session.open(uri);
      return document ? (termAt(document.compilation.file, offset) ?? null) : null;
    }),
  );
}
