/** A file name from a reference: what every system takes, and a name that says nothing else. */
export function placeName(reference: string): string {
  const safe = reference
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/^[-. ]+|[-. ]+$/g, '')
    .slice(0, 80);
  return `${safe || 'Review'}.review`;
}
