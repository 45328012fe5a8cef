import type { z } from 'zod';
import { Day } from '../model/basics.ts';

const DAY_PATTERN = String([...(Day._zod.bag.patterns ?? [])][0]);
const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** What is wrong with something sent, for a person: names the place and what belongs there, never what stood there. */
export function issueInWords(issue: z.core.$ZodIssue): { where: string; why: string } {
  return { where: issue.path.map(String).join('.'), why: why(issue) };
}

function why(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'it is missing'
        : `it should be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_format':
      return 'pattern' in issue && issue.pattern === DAY_PATTERN
        ? 'it should be a day such as 2010-10-12'
        : 'it has the wrong form';
    case 'invalid_value':
      return `it should be one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `it has something that is not known here: ${issue.keys
        .slice(0, 3)
        .map((key) => `“${key.slice(0, 40)}”`)
        .join(', ')}`;
    case 'too_big':
      return `it is longer or larger than ${String(issue.maximum)}`;
    case 'too_small':
      return Number(issue.minimum) === 1 ? 'it is empty' : `it is shorter or smaller than ${String(issue.minimum)}`;
    case 'custom':
      return issue.message;
    default:
      return 'it has the wrong form';
  }
}
