/** `chip`: a pseudonym or role stands there; `undecided`: nobody has settled who is meant. */
export type Piece = { start: number; text: string; as: 'text' | 'chip' | 'undecided' };

const UNDECIDED = '[undecided]';

/** An anonymised line cut where names were replaced, so that what was put there can be drawn as a chip. */
export function labelPieces(line: string, labels: readonly string[]): Piece[] {
  const known = [...new Set(labels)].filter((label) => label !== '').sort((a, b) => b.length - a.length);
  const marks = [UNDECIDED, ...known];
  const pieces: Piece[] = [];
  let plain = 0;
  for (let at = 0; at < line.length; ) {
    const found = marks.find((mark) => line.startsWith(mark, at));
    if (!found) {
      at += 1;
      continue;
    }
    if (at > plain) pieces.push({ start: plain, text: line.slice(plain, at), as: 'text' });
    pieces.push({ start: at, text: found === UNDECIDED ? 'undecided' : found, as: found === UNDECIDED ? 'undecided' : 'chip' });
    at += found.length;
    plain = at;
  }
  if (plain < line.length) pieces.push({ start: plain, text: line.slice(plain), as: 'text' });
  return pieces;
}
