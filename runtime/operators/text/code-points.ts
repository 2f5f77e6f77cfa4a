// Places in a text by code points. Not an operator; what counts characters shares it.

/** Where code point number n begins, in UTF-16 code units; the end of the text where there are not so many. */
export function unitAt(text: string, n: number): number {
  let at = 0;
  for (let i = 0; i < n && at < text.length; i++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    at += isPair ? 2 : 1;
  }
  return at;
}
