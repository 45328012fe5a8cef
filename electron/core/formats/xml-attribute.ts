import { AppError } from '#shared/kernel/app-error.ts';
import { decodeEntities } from './xml-text.ts';

/**
 * Value of an attribute among the letters between a tag's name and its end, by the caller's prefix; an unprefixed one answers
 * too. `called` tells how the caller calls a name of the file.
 */
export function findAttribute(
  s: string,
  from: number,
  end: number,
  wanted: string,
  called: (raw: string, colon: number) => string,
): string | undefined {
  const local = wanted.indexOf(':') + 1;
  const length = wanted.length - local;
  const first = wanted.charCodeAt(local);
  for (let at = from; ; ) {
    let c = s.charCodeAt(at);
    while (c <= 0x20 && at < end) c = s.charCodeAt(++at);
    if (at >= end) return undefined;
    const isLike = c === first;
    const begin = at;
    let colon = -1;
    for (; at < end && c > 0x20 && c !== 0x3d; c = s.charCodeAt(++at)) if (c === 0x3a) colon = at;
    const to = at;
    while (c <= 0x20 && at < end) c = s.charCodeAt(++at);
    if (to === begin || c !== 0x3d || at >= end) throw new AppError('unreadableFile', { why: 'its XML is broken' });
    do c = s.charCodeAt(++at);
    while (c <= 0x20 && at < end);
    const close = c === 0x22 ? s.indexOf('"', at + 1) : c === 0x27 ? s.indexOf("'", at + 1) : -1;
    if (close === -1 || close >= end) throw new AppError('unreadableFile', { why: 'its XML is broken' });
    const isWanted =
      colon < 0
        ? isLike && to - begin === length && (length === 1 || s.startsWith(local === 0 ? wanted : wanted.slice(local), begin))
        : local > 0 && called(s.slice(begin, to), colon - begin) === wanted;
    if (isWanted) return decodeEntities(s.slice(at + 1, close));
    at = close + 1;
  }
}
