// The matching blocks of Ratcliff and Obershelp. Not an operator; `similarity` uses it.

/**
 * How many elements stand in matching blocks: the longest common run (the first in a, then in b, of equal ones), and likewise
 * in what is left and right of it. NaN where more than `most` pairs of equal elements would have to be looked at.
 */
export function matchingElements(a: readonly number[], b: readonly number[], most: number): number {
  if (a.length === b.length && a.every((element, i) => element === b[i])) return a.length;
  const places = new Map<number, number[]>();
  for (let j = 0; j < b.length; j++) {
    const known = places.get(b[j]);
    if (known) known.push(j);
    else places.set(b[j], [j]);
  }
  // Length of the common run that ends at this place of b and at the last or the present place of a.
  let last = new Int32Array(b.length + 1);
  let present = new Int32Array(b.length + 1);
  const open = [[0, a.length, 0, b.length]];
  let matched = 0;
  let looked = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [fromA, toA, fromB, toB] = part;
    let [atA, atB, size] = [fromA, fromB, 0];
    let before: readonly number[] = [];
    for (let i = fromA; i < toA; i++) {
      const here = placesWithin(places.get(a[i]) ?? [], fromB, toB);
      looked += here.length + 1;
      if (looked > most) return NaN;
      for (const j of here) {
        const run = last[j] + 1;
        present[j + 1] = run;
        if (run > size) [atA, atB, size] = [i - run + 1, j - run + 1, run];
      }
      for (const j of before) last[j + 1] = 0;
      [last, present, before] = [present, last, here];
    }
    for (const j of before) last[j + 1] = 0;
    if (size === 0) continue;
    matched += size;
    if (fromA < atA && fromB < atB) open.push([fromA, atA, fromB, atB]);
    if (atA + size < toA && atB + size < toB) open.push([atA + size, toA, atB + size, toB]);
  }
  return matched;
}

/** Those of some rising numbers that are at least `from` and less than `to`. */
export function placesWithin(places: readonly number[], from: number, to: number): readonly number[] {
  if (places.length === 0 || (places[0] >= from && places[places.length - 1] < to)) return places;
  const firstFrom = (bound: number) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle] < bound) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return places.slice(firstFrom(from), firstFrom(to));
}
