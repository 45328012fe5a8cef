import { sortsSpokenOf } from './agency-sorts.ts';

/** How it ended, where two endings exclude each other. `about`: whose ending, as bits; 0 where the sentence names nobody. */
export type Ending = { key: string; value: string; about: number };

type Rule = { key: string; value: string; pattern: RegExp; ofAgency?: boolean };
const RULES: readonly Rule[] = [
  {
    key: 'bed',
    value: 'admitted',
    pattern:
      /\b(?:admitted(?: to| overnight| for|$)|kept in|kept overnight|transferred to (?:the |a )?(?:\w+ )?ward|stayed (?:overnight )?on the ward)\b/i,
  },
  { key: 'bed', value: 'home', pattern: /\b(?:discharged(?! letter)(?: home)?|sent home|allowed home|not admitted)\b/i },
  {
    key: 'charge',
    value: 'charged',
    pattern: /\b(?<!not )(?<!without )(?<!never )(?:was|were|been|and|he|she) charged (?:with|on)\b/i,
  },
  { key: 'charge', value: 'notCharged', pattern: /\b(?:without charge|not charged|never charged|no charges?|not be charged)\b/i },
  {
    key: 'threshold',
    value: 'met',
    pattern: /\b(?:threshold (?:was |is )?(?:met|reached)|met (?:the )?threshold|meets (?:the )?threshold)\b/i,
  },
  {
    key: 'threshold',
    value: 'notMet',
    pattern:
      /\b(?:threshold (?:was |is )?not (?:met|reached)|did ?(?:n['’]t|not) meet (?:the )?threshold|below (?:the )?threshold)\b/i,
  },
  {
    key: 'conveyed',
    value: 'taken',
    pattern: /\b(?<!not )(?:conveyed|taken|transported) to (?:the )?(?:hospital|a ?& ?e|accident|emergency)\b/i,
  },
  {
    key: 'conveyed',
    value: 'left',
    pattern:
      /\b(?:not conveyed|left (?:the patient |him |her |at )*(?:at )?home|(?:hospital|transport|conveyance) (?:was )?(?:declined|refused)|(?:declined|refused) (?:to go to )?(?:hospital|transport))\b/i,
  },
  { key: 'founded', value: 'yes', pattern: /\b(?<!un)(?<!not )(?:substantiated|founded|upheld)\b/i },
  { key: 'founded', value: 'no', pattern: /\b(?:unsubstantiated|unfounded|not (?:substantiated|upheld|founded))\b/i },
  {
    key: 'case',
    value: 'closed',
    ofAgency: true,
    pattern:
      /\b(?:no further action|nfa|(?:case|referral|file|contact|involvement)(?: (?:is|was|has been|now|to be))* closed|closed (?:the case|the referral|to|with|by)|clos(?:es|ing) the case)\b/i,
  },
  {
    key: 'case',
    value: 'open',
    ofAgency: true,
    pattern:
      /\b(?:accepted (?:the |this |it |for )?(?:referral|for)|(?:stay|stays|stayed|remain|remains|remained|kept|keep|is still) (?:the case )?open|allocated (?:to|for)|keep the case open|progress(?:ed|es|ing) to (?:an? )?assessment)\b/i,
  },
];

/** The endings that a sentence states. What a service decided is its own affair: two may end differently. */
export function endingsIn(words: string): Ending[] {
  const found: Ending[] = [];
  for (const { key, value, pattern, ofAgency } of RULES) {
    if (!pattern.test(words)) continue;
    found.push({ key, value, about: ofAgency ? sortsSpokenOf(words.toLowerCase()) : 0 });
  }
  return found;
}
