import { describe, expect, it } from 'vitest';
import { paragraphOf, plainText, wordCount } from '#shared/richtext/plain-text.ts';
import { EditorBlock, type InlineNode, NODE_TYPES } from '#shared/richtext/schema.ts';
import { referencedIds, walk } from '#shared/richtext/walk.ts';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const text = (words: string): InlineNode => ({
  type: 'text',
  version: 1,
  text: words,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
});
const element = { version: 1, direction: null, format: '', indent: 0 } as const;
const blocks: EditorBlock[] = [
  { ...element, type: 'heading', tag: 'h2', children: [text('Seeing '), text('the child')] },
  {
    ...element,
    type: 'paragraph',
    children: [
      text('See '),
      { type: 'event-ref', version: 1, eventId: id(1) },
      text(' and '),
      { type: 'finding-ref', version: 1, findingId: id(2) },
      { type: 'linebreak', version: 1 },
      { type: 'event-ref', version: 1, eventId: id(1) },
    ],
  },
  { ...element, type: 'quote', children: [text('Nobody asked.')] },
  {
    ...element,
    type: 'list',
    listType: 'bullet',
    start: 1,
    tag: 'ul',
    children: [
      { ...element, type: 'listitem', value: 1, children: [text('one')] },
      { ...element, type: 'listitem', value: 2, children: [{ type: 'event-ref', version: 1, eventId: id(3) }] },
    ],
  },
  { type: 'recommendation', version: 1, recommendationId: id(4) },
];

describe('walks of the draft', () => {
  it('meets every kind of node that the schema knows', () => {
    for (const block of blocks) expect(EditorBlock.parse(block)).toEqual(block);
    const met = new Set(blocks.flatMap((block) => [...walk(block)].map((node) => node.type)));
    expect([...met].sort()).toEqual([...NODE_TYPES].sort());
  });

  it('names each row that is pointed at once, in reading order', () => {
    expect(referencedIds(blocks)).toEqual({ eventIds: [id(1), id(3)], findingIds: [id(2)], recommendationIds: [id(4)] });
  });

  it('reads as plain text, with a mark where a reference has no words', () => {
    const labels = { event: (of: string) => (of === id(1) ? 'Entry 0315' : undefined), finding: () => 'Finding 2' };
    expect(blocks.map((block) => plainText(block, labels))).toEqual([
      'Seeing the child',
      'See Entry 0315 and Finding 2\nEntry 0315',
      'Nobody asked.',
      'one\n[entry]',
      '[recommendation]',
    ]);
  });

  it.each(['', 'one line', 'two\nlines', '\nafter a break', 'before\n', 'a\n\nb', 'spaces  kept ', '“quoted” – é 漢'])(
    'a text becomes a paragraph and the same text again: %j',
    (words) => {
      const block = EditorBlock.parse(paragraphOf(words));
      expect(plainText(block)).toBe(words);
    },
  );

  it('counts words as a person does', () => {
    expect(wordCount('')).toBe(0);
    expect(wordCount('The child’s 0–19 service, “not brought”: 1,200 times.')).toBe(9);
    expect(wordCount('re-booked by e-mail')).toBe(3);
  });
});
