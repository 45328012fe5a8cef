import { type Candidate, secondNet } from '#shared/redaction/second-net.ts';

/** What looks personal and is not on the register: proposed, never a block. */
export type PersonalFind = { start: number; end: number; kind: Candidate['kind']; what: string };

const WORDS: Record<Candidate['kind'], string> = {
  dateOfBirth: 'a date of birth',
  address: 'an address',
  phone: 'a telephone number',
  email: 'an e-mail address',
  reference: 'a case or reference number',
  nhsNumber: 'an NHS number',
  postcode: 'a postcode',
  person: 'the name of a person',
};

/** `known`: the spans that the register explains or a person has settled. */
export function personalIn(text: string, known: readonly { start: number; end: number }[]): PersonalFind[] {
  return secondNet(text, known).map(({ start, end, kind }) => ({ start, end, kind, what: WORDS[kind] }));
}
