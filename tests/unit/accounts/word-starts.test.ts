import { expect, test } from 'vitest';
import { bitFinder, startsOf } from '#shared/accounts/word-starts.ts';

test.each([
  ['\\b(bail(ed)?|no.?show)\\b', ['bai', 'no\uffff', 'nos']],
  ['\\b(a ?& ?e)\\b', ['a &', 'a& ', 'a&e']],
  ['\\b((first|two) missed|\\d{1,2}\\/40)\\b', ['fir', 'two', '0\uffff']],
  ["\\b(s(ection |\\.)?47|w[o']t)\\b", ['sec', 's.4', 's47', 'wot', "w't"]],
  ['\\b(?<!not )attended\\b', ['']],
  ['late', ['']],
])('how what %s finds may begin', (source, starts) => {
  expect(startsOf(source).sort()).toEqual([...starts].sort());
});

const PATTERNS = [
  /\b(not brought|was ?n[o']t brought|dna('?d)?|no.?show|(first|another) missed)\b/,
  /\b(a ?& ?e|a and e|casualty)\b/,
  /\b(\d{1,2}\/40|scan|pregnan\w+)\b/,
  /\b(s(ection |\.)?47|joint enquir\w+)\b/,
  /\b(two.year|2.?year|six.week)\b/,
  /\b(cin|taf|team around)\b/,
];
const PIECES =
  "not brought|wasn't brought|was n't brought|wasnt brought|dna'd|dna|dnas|_dna|no-show|noshow|another missed|a&e|a & e|a and e|20/40|section 47|s.47|s47|joint enquiry|2 year|two-year|six week|cin|a cin|é|.|,|\n|(cin)|scanned|pregnant|xdna|7".split(
    '|',
  );

test('finds what the patterns find one by one, wherever they stand', () => {
  const find = bitFinder(PATTERNS);
  let seen = 0;
  for (const a of PIECES)
    for (const b of PIECES)
      for (const text of [a, `${a} ${b}`, `${a}${b}`, `${a}_${b}`]) {
        const bits = PATTERNS.reduce((all, pattern, n) => all | (pattern.test(text) ? 1 << n : 0), 0);
        expect([text, find(text)]).toEqual([text, bits]);
        seen |= bits;
      }
  expect(seen).toBe(63);
});
