// The comments of a file while it is printed: each is given out once, so that none is lost and none is doubled.
// It must not know the tree.
import type { Comment } from "./ast.ts";
import { type Doc, line, lineComment } from "./print-doc.ts";

export interface Comments {
  /** Comments that begin in [from, to) and have not been printed yet, in order. */
  take(from: number, to: number): Comment[];
  /** Whether any comment begins in [from, to). */
  has(from: number, to: number): boolean;
  /** The offset of the next `sign` at or behind `from` that stands in no comment. */
  find(sign: string, from: number): number;
}

export function trackComments(comments: readonly Comment[], text: string): Comments {
  const printed = new Uint8Array(comments.length);
  return {
    take(from, to) {
      const taken: Comment[] = [];
      for (let i = firstFrom(comments, from); i < comments.length && comments[i].start < to; i++) {
        if (printed[i] === 1) continue;
        printed[i] = 1;
        taken.push(comments[i]);
      }
      return taken;
    },
    has(from, to) {
      const first = comments[firstFrom(comments, from)];
      return first !== undefined && first.start < to;
    },
    find(sign, from) {
      let at = text.indexOf(sign, from);
      for (let i = firstFrom(comments, from); i < comments.length && comments[i].start < at; i++) {
        if (comments[i].end > at) at = text.indexOf(sign, comments[i].end);
      }
      return at;
    },
  };
}

function firstFrom(comments: readonly Comment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A comment as it is printed; a stray `///` that changes its place becomes an ordinary one, or it would document what follows. */
export function commentText(comment: Comment, ownLine: boolean): string {
  const text = comment.text.trimEnd();
  return comment.ownLine !== ownLine && /^\/\/\/(?!\/)/.test(text) ? text.slice(1) : text;
}

/** Comments inside an expression, behind the part they follow. Behind one that ends its line the next is on a new one. */
export function commentDocs(comments: readonly Comment[]): Doc[] {
  let lineEnded = false;
  return comments.flatMap((comment): Doc[] => {
    const text = commentText(comment, false);
    const endsLine = text.startsWith("//") || text.includes("\n");
    const docs = lineEnded ? [line(), endsLine ? lineComment(text, 0) : text] : [endsLine ? lineComment(text) : ` ${text}`];
    lineEnded = endsLine;
    return docs;
  });
}
