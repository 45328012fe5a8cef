const UNITS = 'one|two|three|four|five|six|seven|eight|nine'.split('|');
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'.split('|');
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|');
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[\\s-](?:${UNITS.join('|')}))?|${TEENS.join('|')}|(?:oh|o)[\\s-](?:${UNITS.join('|')}))`;
const THOUSANDS = new RegExp(
  `\\btwo thousand(?:\\s+(?:and\\s+)?(${BELOW_HUNDRED}|${UNITS.join('|')}))?(?![\\s-]*hours)\\b`,
  'gi',
);
/** "Nineteen hundred hours" is a time of day. */
const HUNDREDS = new RegExp(
  `\\b(nineteen|twenty)[\\s-](?:hundred(?:\\s+and)?[\\s-])?(${BELOW_HUNDRED})(?!\\w|[\\s-]*h(?:ou)?rs)`,
  'gi',
);
const DECADES = /\b(?:nineteen[\s-])?(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b|\b(?:the\s+)?(noughties)\b/gi;
const SPEAKS = /thousand|twenty|nineteen|ties\b/i;

/** Years in words as figures: "two thousand and ten", "nineteen ninety-eight", "the nineties". */
export function withoutSpokenYears(text: string): string {
  if (!SPEAKS.test(text)) return text;
  return text
    .replace(THOUSANDS, (_, rest: string | undefined) => String(2000 + (rest ? below(rest) : 0)))
    .replace(HUNDREDS, (all: string, century: string, rest: string) => {
      const year = (century.toLowerCase() === 'twenty' ? 2000 : 1900) + below(rest);
      // "twenty four" is a number, "twenty oh four" a year
      return rest.includes(' ') || below(rest) >= 10 ? String(year) : all;
    })
    .replace(DECADES, (_, tens: string | undefined) =>
      tens === undefined ? '2000s' : `19${TENS.findIndex((name) => name.startsWith(tens.toLowerCase())) + 2}0s`,
    );
}

function below(words: string): number {
  let sum = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const teen = TEENS.indexOf(word);
    const ten = TENS.indexOf(word);
    sum += teen >= 0 ? teen + 10 : ten >= 0 ? (ten + 2) * 10 : UNITS.indexOf(word) + 1;
  }
  return sum;
}
