// The column a person probably meant: the same name in another spelling, the end of a path, a longer name, or a slip of the keys.
import { nearest } from "../../compiler/elaborate/suggest.ts";

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** One of the file's columns; undefined where none is near. */
export function suggestColumn(wanted: string, columns: readonly string[]): string | undefined {
  const word = plain(wanted);
  const last = plain(wanted.split(".").at(-1) ?? wanted);
  const same = columns.find((column) => plain(column) === word) ?? columns.find((column) => plain(column) === last);
  if (same !== undefined) return same;
  const longer = word.length >= 2 ? columns.find((column) => plain(column).includes(word)) : undefined;
  return longer ?? (word.length >= 3 ? nearest(wanted, columns) : undefined);
}
