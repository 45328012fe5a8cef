import { dateLabel } from '#shared/dates/format.ts';
import type { DateReading } from '#shared/model/event-date.ts';

const WEEKDAY = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d)/g;

/** The date of an entry as a publication prints it: without the weekday, which tells a neighbour more than a reader needs. */
export const publishedDate = (reading: DateReading): string => dateLabel(reading).replace(WEEKDAY, '');
