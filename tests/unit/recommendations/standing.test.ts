import { describe, expect, it } from 'vitest';
import { type Readable, standingOf, withoutWords } from '#shared/recommendations/standing.ts';

const row = (text: string, fields: Partial<Readable> = {}): Readable => ({
  text,
  owners: [],
  leadAgency: null,
  timescale: null,
  successMeasure: null,
  expectedOutcome: null,
  assurance: [],
  level: null,
  ...fields,
});
const by = (asWritten: string, due: string | null = null): Readable['timescale'] => ({ asWritten, due });
const codes = (readable: Readable): string[] => standingOf(readable).notes.map((note) => note.code);
const FILLED = {
  owners: ['Director of Nursing'],
  timescale: by('31 March 2027', '2027-03-31'),
  successMeasure: 'An audit of 50 records finds a recorded conversation in 90% of them.',
};

describe('how a recommendation stands', () => {
  it('is complete where sentence or fields say who, by when and how it is known', () => {
    const standing = standingOf(row('The three trusts should agree one pathway for a missed appointment.', FILLED));
    expect(standing).toMatchObject({ complete: true, title: 'Complete' });
    expect(standing.notes[0]).toMatchObject({ code: 'complete', status: 'done' });
  });

  it('counts a filled field for what the sentence leaves open', () => {
    const text = 'There should be one pathway for a missed appointment.';
    expect(codes(row(text))).toEqual(expect.arrayContaining(['noOwner', 'noTimescale', 'noMeasure']));
    const filled = codes(row(text, FILLED));
    for (const code of ['noOwner', 'noTimescale', 'noMeasure']) expect(filled).not.toContain(code);
  });

  it('says what is vague where it stands, and quotes it as it stands', () => {
    const text = 'The Head of Service should, as soon as possible, agree one pathway.';
    const note = standingOf(row(text, FILLED)).notes.find(({ code }) => code === 'vagueInProse');
    expect(note).toMatchObject({ status: 'look', title: 'Timescale in the prose', at: 'text' });
    expect(text).toContain(note?.span);
    expect(note?.words).toContain('31 March 2027');
  });

  it('looks at what the fields themselves say', () => {
    const text = 'One pathway should be agreed for a missed appointment.';
    expect(codes(row(text, { ...FILLED, timescale: by('as soon as possible') }))).toContain('vagueField');
    expect(codes(row(text, { ...FILLED, timescale: by('28 February 2027, then audit', '2027-02-28') }))).not.toContain(
      'vagueField',
    );
    expect(codes(row(text, { ...FILLED, timescale: by('within three months of publication') }))).not.toContain('vagueField');
    for (const owner of ['All staff', 'all agencies', 'Every practitioner', 'Partners'])
      expect(codes(row(text, { ...FILLED, owners: [owner] })), owner).toContain('allStaffField');
    expect(codes(row(text, { ...FILLED, owners: ['All staff', 'Named Nurse'] }))).not.toContain('allStaffField');
  });

  it('does not say the same of sentence and field twice', () => {
    const text = 'Agencies should consider their part as soon as possible.';
    const notes = standingOf(row(text, { timescale: by('as soon as possible') })).notes;
    expect(notes.filter((note) => note.title.includes('imescale'))).toHaveLength(1);
  });

  it('takes a practice standard for no deadline', () => {
    const text = 'The Designated Nurse should see that a missed appointment is discussed within 5 working days.';
    expect(codes(row(text))).toContain('standardNotDeadline');
    expect(codes(row(text, FILLED))).not.toContain('standardNotDeadline');
  });

  it('asks for words where there are none, and never throws', () => {
    expect(standingOf(row(' '))).toMatchObject({ complete: false, title: 'No text' });
    for (const text of ['?', '—', '\n\n', 'a'.repeat(8000), '“', 'should should should'])
      expect(() => standingOf(row(text, { owners: ['', ' '], timescale: by('') }))).not.toThrow();
  });
});

describe('taking words out', () => {
  it.each([
    ['The Head should, as soon as possible, say so.', 'as soon as possible', 'The Head should say so.'],
    ['The Head should say so as soon as possible.', 'as soon as possible', 'The Head should say so.'],
    ['As soon as possible, the Head should say so.', 'As soon as possible', 'The Head should say so.'],
    ['Done. As soon as possible the Head says so.', 'As soon as possible', 'Done. The Head says so.'],
    ['Say so as soon as possible leads to talk.', 'as soon as possible', 'Say so leads to talk.'],
    ['Say so, as soon as possible.', 'as soon as possible', 'Say so.'],
    ['as soon as possible', 'as soon as possible', ''],
    ['Nothing of it here.', 'as soon as possible', 'Nothing of it here.'],
    ['Nothing asked.', '', 'Nothing asked.'],
  ])('%s', (text, words, left) => expect(withoutWords(text, words)).toBe(left));
});
