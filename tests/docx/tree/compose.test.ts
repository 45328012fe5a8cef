import { expect, test } from 'vitest';
import { DocBlocks } from '#shared/doc-blocks/blocks.ts';
import { draftBlocks } from '#core/features/publish/compose/draft-blocks.ts';
import { redact } from '#core/features/publish/redact.ts';
import { action, model, richModel } from '../support/model.ts';

/** The tree of a whole publication: a change of it is a change of what people read, to be looked at line by line. */
test('actions only, from a review with recommendations', async () => {
  const blocks = draftBlocks(redact(richModel()).draft);
  expect(DocBlocks.parse(blocks)).toEqual(blocks);
  await expect(`${JSON.stringify(blocks, null, 2)}\n`).toMatchFileSnapshot('../../fixtures/trees/actions-only.json');
});

const BY: [asWritten: string, due: string | null, prints: string][] = [
  ['31.03.27', '2027-03-31', '31 March 2027'],
  ['by 31/3/2027', '2027-03-31', '31 March 2027'],
  ['2027-03-31', '2027-03-31', '31 March 2027'],
  ['', '2027-03-31', '31 March 2027'],
  ['31 March 2027', '2027-03-31', '31 March 2027'],
  ['by 31 March 2027', '2027-03-31', '31 March 2027'],
  ['by the end of term', null, 'The end of term'],
  ['within three months of publication', null, 'Within three months of publication'],
  ['immediately', null, 'Immediately'],
  ['31.03.27', null, '31.03.27'],
];
test.each(BY)('a timescale written "%s" prints as %s', (asWritten, due, prints) => {
  const { blocks } = draftBlocks(redact(model({ items: [action(1, { timescale: { asWritten, due } })] })).draft);
  const by = blocks.find((b) => b.t === 'labelled' && b.label === 'By');
  expect(by?.t === 'labelled' && by.runs.map((r) => r.text).join('')).toBe(prints);
});
