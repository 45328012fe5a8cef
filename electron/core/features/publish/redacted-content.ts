import type { ModelBlock, WordsOf } from './model.ts';
import type { RedactedText } from './redact-text.ts';

export type RedactedWords = WordsOf<RedactedText>;
type Of<T extends ModelBlock['t']> = Extract<ModelBlock, { t: T }>;

/** The model's blocks with every rule applied to every text. */
export type RedactedBlock =
  | (Omit<Of<'heading'>, 'words' | 'concerns' | 'empty'> & {
      words: RedactedWords[];
      /** Numbers of the issues about all that stands under the heading. */
      issues: number[];
    })
  | { t: 'lines'; text: RedactedText }
  | (Omit<Of<'paragraph'>, 'words'> & { words: RedactedWords[] })
  | (Omit<Of<'labelled'>, 'words'> & { words: RedactedWords[] })
  | (Omit<Of<'listItem'>, 'words'> & { words: RedactedWords[] })
  | (Omit<Of<'table'>, 'rows'> & { rows: RedactedWords[][][] });

export type RedactedContent = {
  kind: string;
  kindLabel: string;
  titleLead: string | null;
  title: RedactedText;
  partnership: RedactedText;
  reference: RedactedText | null;
  author: { name: RedactedText; post: RedactedText } | null;
  publishedOn: string;
  audience: RedactedText | null;
  body: RedactedBlock[];
};

/** The texts of a line's words that somebody wrote. */
export function textsOf(words: readonly RedactedWords[]): RedactedText[] {
  return words.flatMap((word) => (word.t === 'own' ? [] : word.t === 'list' ? word.items : [word.text]));
}

export function textsOfBlock(block: RedactedBlock): RedactedText[] {
  if (block.t === 'lines') return [block.text];
  if (block.t === 'table') return block.rows.flat().flatMap(textsOf);
  return textsOf(block.words);
}

/** Warnings are numbered after the blocks: while walking they carry negative numbers. */
export function renumber(content: RedactedContent, blocks: number): void {
  const final = (n: number): number => (n < 0 ? blocks - n : n);
  const { title, partnership, reference, author, audience, body } = content;
  const texts = [title, partnership, reference, author?.name, author?.post, audience, ...body.flatMap(textsOfBlock)];
  for (const text of texts) for (const mark of text?.marks ?? []) mark.issue = final(mark.issue);
  for (const block of body) if (block.t === 'heading') block.issues = block.issues.map(final);
}
