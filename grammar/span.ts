// A span is a half-open range of UTF-16 offsets into the text of one file. It knows nothing of lines or tokens.

export interface Span {
  start: number;
  end: number;
}

/** Whether `offset` lies in the span; its end counts, because a cursor stands between characters. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
