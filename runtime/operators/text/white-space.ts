// White space: the 29 characters for which Python's `str.isspace` is true. Not an operator; `trim` and `words` share it.

/** Whether a UTF-16 code unit is white space. */
export function isSpace(code: number): boolean {
  if (code <= 32) return (code >= 9 && code <= 13) || code >= 28;
  if (code < 128) return false;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return [0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code);
}
