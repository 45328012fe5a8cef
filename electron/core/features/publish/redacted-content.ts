import type { RedactedText } from './redact-text.ts';

export type RedactedItem = {
  table: 'recommendation' | 'action';
  id: string;
  number: string;
  heading: RedactedText | null;
  text: RedactedText;
  owners: RedactedText[];
  leadAgency: RedactedText | null;
  /** As written; `due` is the day it was understood as. */
  timescale: { asWritten: RedactedText; due: string | null } | null;
  successMeasure: RedactedText | null;
  assurance: RedactedText[];
  actions: RedactedItem[];
  /** Numbers of the issues about the item as a whole. */
  issues: number[];
};
export type RedactedContent = {
  kind: 'actionsOnly';
  /** The kind of review, before the words of the title; null where the title is written out whole. */
  titleLead: string | null;
  title: RedactedText;
  partnership: RedactedText;
  reference: RedactedText | null;
  author: { name: RedactedText; post: RedactedText } | null;
  reason: RedactedText;
  publishedOn: string;
  audience: RedactedText | null;
  items: RedactedItem[];
};

/** Warnings are numbered after the blocks: while walking they carry negative numbers. */
export function renumber(content: RedactedContent, blocks: number): void {
  const final = (n: number): number => (n < 0 ? blocks - n : n);
  const texts = [
    content.title,
    content.partnership,
    content.reference,
    content.author?.name,
    content.author?.post,
    content.reason,
    content.audience,
  ];
  const item = (i: RedactedItem): void => {
    i.issues = i.issues.map(final);
    texts.push(i.heading, i.text, ...i.owners, i.leadAgency, i.timescale?.asWritten, i.successMeasure, ...i.assurance);
    i.actions.forEach(item);
  };
  content.items.forEach(item);
  for (const text of texts) for (const mark of text?.marks ?? []) mark.issue = final(mark.issue);
}
