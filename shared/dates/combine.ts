import type { DateReading } from '../model/event-date.ts';
import { formatDay } from './format.ts';
import type { TimeReading } from './read-time.ts';

/** A date and what stands in the Time column beside it. A time written in the date cell itself wins. */
export function combineDateAndTime(reading: DateReading, time: TimeReading | null): DateReading {
  if (!time) return reading;
  const problems = [...reading.problems, ...time.problems];
  if (time.time === null || reading.earliest === null) return { ...reading, problems };
  if (reading.time !== null) {
    if (reading.time === time.time) return { ...reading, endTime: reading.endTime ?? time.endTime, problems };
    const message = `The date cell says ${reading.time} and the time cell ${time.time}. The time in the date cell was taken.`;
    return { ...reading, certainty: 'uncertain', problems: [...problems, { code: 'twoTimes', message }] };
  }
  const certainty = reading.certainty === 'certain' && time.approximate ? 'approximate' : reading.certainty;
  const precision = reading.precision === 'day' ? 'time' : reading.precision;
  return { ...reading, time: time.time, endTime: time.endTime, precision, certainty, problems };
}

const DOUBT = { certain: 0, approximate: 1, uncertain: 2 } as const;

/** A start date and a separate end date, each already read. An end before its start is kept as written and flagged. */
export function combineRange(start: DateReading, end: DateReading): DateReading {
  if (end.precision === 'unknown') return { ...start, problems: [...start.problems, ...end.problems] };
  if (start.precision === 'unknown') {
    return {
      ...end,
      earliest: null,
      precision: 'range',
      time: null,
      endTime: end.time,
      problems: [...start.problems, ...end.problems],
    };
  }
  const problems = [...start.problems, ...end.problems];
  const certainty = DOUBT[end.certainty] > DOUBT[start.certainty] ? end.certainty : start.certainty;
  const endTime = end.endTime ?? end.time ?? start.endTime;
  if (start.earliest !== null && end.latest !== null && end.latest < start.earliest) {
    const message = `The end (${formatDay(end.latest)}) is before the start (${formatDay(start.earliest)}). Only the start was taken.`;
    const alternatives = end.earliest === null ? [] : [{ earliest: end.earliest, latest: end.latest }];
    return { ...start, certainty: 'uncertain', alternatives, problems: [...problems, { code: 'endBeforeStart', message }] };
  }
  if (start.earliest === end.earliest && start.latest === end.latest) {
    const sameDayBackwards = start.time !== null && endTime !== null && endTime < start.time && start.earliest === start.latest;
    if (sameDayBackwards) {
      const message = `The end time (${endTime}) is before the start time (${start.time}) on the same day.`;
      problems.push({ code: 'endBeforeStart', message });
    }
    return {
      ...start,
      certainty: sameDayBackwards ? 'uncertain' : certainty,
      endTime: start.time === null ? null : endTime,
      problems,
    };
  }
  return { ...start, latest: end.latest, precision: 'range', certainty, endTime, alternatives: [], problems };
}
