// Decimal digits of any script as the digits 0 to 9. Not an operator; what reads numbers shares it.

/** The text with every decimal digit (Unicode category Nd) written as one of 0 to 9, as Python's `int` and `float` read it. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    if (!/^\p{Nd}$/u.test(character)) return character;
    // The digits of a script stand side by side from its zero, and so do the five alphabets of mathematical digits.
    const code = character.codePointAt(0) ?? 0;
    let zero = code;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}
