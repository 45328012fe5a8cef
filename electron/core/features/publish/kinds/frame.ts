import { KINDS, type PublicationKind } from '#shared/model/publication-kinds.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import type { Concern, PublicationModel, RegisterRule, SpanDecision, SpanRemedy } from '../model.ts';
import { blank, fieldText, type Owner, written } from './field-text.ts';

/** What every kind of publication says of the review, whatever else it says. */
export type Frame = {
  reviewId: string;
  publicationId: string;
  partnership: string;
  /** Neutral title. Null: made of the review's type and the subject's pseudonym. */
  reviewTitle: string | null;
  reviewTypeLabel: string;
  reference: string | null;
  subjectPseudonym: string;
  author: { name: string; post: string } | null;
  publishedOn: string;
  /** Null: the public. */
  audience: string | null;
  register: RegisterEntry[];
  decisions: SpanDecision[];
  remedies: SpanRemedy[];
  rules: RegisterRule[];
};

export const reviewOwner = (frame: Frame, label: string): Owner => ({
  table: 'review',
  id: frame.reviewId,
  number: null,
  label,
});
export const publicationOwner = (frame: Frame, label: string): Owner => ({
  table: 'publication',
  id: frame.publicationId,
  number: null,
  label,
});

/** Nothing of the review is there to publish in this kind. */
export function nothing(frame: Frame, label: string, message: string, fix: string): Concern {
  return { code: 'nothingToPublish', blocks: true, message, where: { ...publicationOwner(frame, label), field: 'items' }, fix };
}

/** The frame as a model: its own words, each with its place; the kind adds what it publishes. */
export function framed(
  frame: Frame,
  kind: PublicationKind,
  content: Pick<PublicationModel, 'body' | 'concerns'>,
): PublicationModel {
  const review = (field: string, label: string, text: string) => fieldText(reviewOwner(frame, label), field, text);
  const untitled = blank(frame.reviewTitle);
  const { author } = frame;
  return {
    kind,
    publicationId: frame.publicationId,
    kindLabel: KINDS[kind].label,
    titleLead: untitled && !blank(frame.reviewTypeLabel) ? frame.reviewTypeLabel.trim() : null,
    title: untitled
      ? review('subject', 'The title', frame.subjectPseudonym)
      : review('reviewTitle', 'The title', frame.reviewTitle ?? ''),
    partnership: review('partnership', 'The partnership', frame.partnership),
    reference: written(reviewOwner(frame, 'The reference'), 'reference', frame.reference),
    author: author && {
      name: review('author.name', 'The author', author.name),
      post: review('author.post', "The author's post", author.post),
    },
    publishedOn: frame.publishedOn,
    audience: written(publicationOwner(frame, 'The audience'), `${kind}.audience`, frame.audience),
    ...content,
    register: frame.register,
    decisions: frame.decisions,
    remedies: frame.remedies,
    rules: frame.rules,
  };
}
