// Telos' own requests: what the preview shows, the generated code, and which term the cursor is in.
import { provideGenerated } from "../generated.ts";
import { providePreview } from "../preview.ts";
import {
  type GeneratedParams,
  type GeneratedResult,
  generatedRequest,
  type PreviewParams,
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
  const unavailable = {
    ok: false as const,
    version: 0,
    message: "The file is not open, or this failed; the server's log says why.",
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
    generatedRequest,
    guarded(session, unavailable, async (params: GeneratedParams): Promise<GeneratedResult> => {
      const document = session.open(params.uri);
      return document ? provideGenerated(document, params) : unavailable;
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
