import type { AgencyCode } from './returns/sample-return.ts';
import type { ThemeCode } from './themes.ts';

/** Words of an entry that carry a theme. */
export type SamplePassage = {
  readonly agency: AgencyCode;
  readonly t: number;
  readonly words: string;
  readonly theme: ThemeCode;
};

export const SAMPLE_PASSAGES: readonly SamplePassage[] = [
  { agency: 'ED', t: 59, words: `"hurts after home days", "not hurts here"`, theme: 'vo' },
  { agency: 'SC', t: 71, words: `he has not been allowed to see Rowan since Christmas`, theme: 'fa' },
  { agency: 'GP', t: 86, words: `eight salbutamol, no beclometasone, in nine months`, theme: 'me' },
  { agency: 'HG', t: 94, words: `“Mr Ayres let me in.”`, theme: 'ad' },
];

/** What the reviewer thinks before it is a finding. */
export type SampleMemo = {
  readonly title: string | null;
  readonly body: string;
  readonly entries: readonly { readonly agency: AgencyCode; readonly t: number }[];
  readonly themes: readonly ThemeCode[];
};

export const SAMPLE_MEMOS: readonly SampleMemo[] = [
  {
    title: `Mondays`,
    body: `Only the school could see that it was Mondays, because only the school wrote down the day. Ask each agency whether its own dates fall the same way before this becomes more than a pattern.`,
    entries: [{ agency: 'ED', t: 59 }],
    themes: ['da', 'vo'],
  },
  {
    title: null,
    body: `The father rings with a name and a worry, and both are lost to the word “contact”. Who else rang and was put under a heading? Look through the front door’s log for the same words.`,
    entries: [{ agency: 'SC', t: 71 }],
    themes: ['fa'],
  },
  {
    title: `Who was let in, and by whom`,
    body: `Housing and police each met the same man at the door within weeks and neither knew of the other. Not a fault of either: there was no question that would have brought it out. To ask at the learning event.`,
    entries: [
      { agency: 'HG', t: 94 },
      { agency: 'PO', t: 74 },
    ],
    themes: ['ad'],
  },
];
