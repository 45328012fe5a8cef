import { symbolText } from './symbols.ts';

/** Word shows a line end inside `w:t` as a space; pretty-printed files have them. Symbol fonts keep letters elsewhere. */
export function runText(text: string, font: string): string {
  const flat = text.includes('\n') ? text.split('\n').map(trimLine).join(' ') : text;
  return font === '' ? flat : symbolText(flat, font);
}

/** Blanks at the inner ends of broken lines go; those at the outer ends of the text stay as they are. */
function trimLine(line: string, index: number, lines: readonly string[]): string {
  const start = index > 0 ? line.trimStart() : line;
  return index < lines.length - 1 ? start.trimEnd() : start;
}

/** Adds to the last piece if nothing has come in between, else begins another. Returns where the piece ends. */
export function addPiece(pieces: string[], text: string, adjoins: boolean, end: number): number {
  if (adjoins && pieces.length > 0) pieces[pieces.length - 1] += text;
  else pieces.push(text);
  return end;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark of a note typed behind a figure would make another number of it: "2010" and a raised 1. */
export function raisedFigures(text: string, before: string): string {
  return /^\d+$/.test(text) && /\d$/.test(before) ? text.replace(/\d/g, (figure) => RAISED[Number(figure)] ?? figure) : text;
}
