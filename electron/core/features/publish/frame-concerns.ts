import { dayNumber } from '#shared/kernel/clock.ts';
import type { Concern, FieldText, PublicationModel } from './model.ts';
import type { RedactedContent } from './redacted-content.ts';

/** What a publication of any kind needs of its title page: a title and a day block it; who publishes and who wrote are only said. */
export function frameConcerns(model: PublicationModel, content: RedactedContent): Concern[] {
  const out: Concern[] = [];
  if (blank(content.title.text) && content.titleLead === null) {
    const message = 'The publication has no title. A neutral title is needed; it stands in the file and its footer.';
    const where = { ...at(model.title), field: 'reviewTitle' };
    out.push({ code: 'titleMissing', blocks: true, message, where, fix: 'Write a title' });
  }
  if (!isDay(model.publishedOn)) {
    const message = 'The date of publication is not a day of the calendar.';
    const where = { table: 'publication', id: model.publicationId, field: 'publishedOn', number: null, label: 'The date' };
    out.push({ code: 'badDate', blocks: true, message, where, fix: 'Put the date right' });
  }
  if (blank(content.partnership.text)) {
    const message = 'The partnership that publishes is not named. Does not block.';
    out.push({ code: 'partnershipMissing', blocks: false, message, where: at(model.partnership), fix: 'Name it' });
  }
  if (blank(content.author?.name.text ?? '')) {
    const message = 'The author is not named. Does not block.';
    const where = { ...at(model.partnership), field: 'author.name', label: 'The author' };
    out.push({ code: 'authorMissing', blocks: false, message, where, fix: 'Name the author' });
  }
  return out;
}

const at = ({ source, number, label }: FieldText): Concern['where'] => ({ ...source, number, label });
const blank = (text: string): boolean => text.trim() === '';

function isDay(day: string): boolean {
  try {
    return dayNumber(day) > 0;
  } catch {
    return false;
  }
}
