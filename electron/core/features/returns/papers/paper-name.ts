/** The name of a working paper's file: its parts, without what a disk does not take. */
export function paperName(parts: readonly string[], ending: string): string {
  const stem = parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/[/\\:*?"<>|]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return `${stem.slice(0, 120)}.${ending}`;
}
