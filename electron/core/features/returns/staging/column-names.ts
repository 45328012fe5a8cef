/** Column names as written; nameless ones by their place, and the same name again with a number. */
export function uniqueNames(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, index) => {
    const name = heading === '' ? `Column ${index + 1}` : heading;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
