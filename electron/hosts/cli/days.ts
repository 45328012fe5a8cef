import { AppError } from '#shared/kernel/app-error.ts';
import { dayNumber } from '#shared/kernel/clock.ts';

/** Whether the text is a day of the calendar, written as 2010-10-12. */
export function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The day given with an option, if it was given. Throws `wrongUsage` for what is no day. */
export function dayOption(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && !isDay(text))
    throw new AppError('wrongUsage', { why: `--${name} is a day of the calendar written as 2025-03-01.` });
  return text;
}
