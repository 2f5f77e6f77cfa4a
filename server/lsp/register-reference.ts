// Telos' own requests for looking things up in the reference.
import {
  type ReferenceItem,
  type ReferencePageParams,
  type ReferenceParams,
  referencePageRequest,
  referenceRequest,
} from "../protocol.ts";
import { entries, entryById, kindNames } from "../reference/entries.ts";
import type { Entry } from "../reference/entry.ts";
import { searchReference } from "../reference/search.ts";
import { guarded, type Session } from "./session.ts";

const toItem = ({ id, name, kind, summary }: Entry): ReferenceItem => ({ id, name, kind: kindNames[kind], summary });

export function registerReference(session: Session): void {
  const { connection } = session;

  connection.onRequest(
    referenceRequest,
    guarded(session, [], async ({ query }: ReferenceParams): Promise<ReferenceItem[]> => {
      const all = query.trim() === "";
      return (all ? entries : searchReference(query, 50).map(({ entry }) => entry)).map(toItem);
    }),
  );

  connection.onRequest(
    referencePageRequest,
    guarded(session, null, async ({ id }: ReferencePageParams): Promise<string | null> => entryById(id)?.page() ?? null),
  );
}
