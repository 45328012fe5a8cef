import { z } from 'zod';
import { Severity } from '../model/agency-return.ts';
import { Day, fileName, Id, prose } from '../model/basics.ts';
import { FileRef } from './session.ts';
import { job, type Procedures } from './procedure.ts';

export const TemplateFormat = z.enum(['docx', 'xlsx']);
export const ProblemPaperFormat = z.enum(['docx', 'xlsx', 'text']);

/** What goes out to an agency: the form to fill in, and what its return leaves open. */
export const returnPapers = {
  'returns.template': job({
    about: 'Makes the form that an agency fills in: what is asked, how to write it, and the chronology’s table.',
    role: 'businessManager',
    label: 'Make a template',
    identifiedOnly: true,
    input: z.strictObject({
      format: TemplateFormat,
      /** Printed where it is known, so that the return says whose it is. */
      agency: prose(300).trim().min(1).nullable(),
      /** Background before the period asked about begins here. */
      backgroundFrom: Day.nullable().optional(),
      returnBy: Day.nullable().optional(),
    }),
    output: z.strictObject({ file: FileRef, name: fileName() }),
  }),
  'returns.problemPaper': job({
    about: 'Writes the problems of one return for the agency that sent it: row, what was written, what is needed.',
    role: 'businessManager',
    label: 'List the points for an agency',
    identifiedOnly: true,
    input: z.strictObject({
      id: Id,
      format: ProblemPaperFormat,
      severities: z.array(Severity).min(1).default(['error', 'warning']),
    }),
    output: z.strictObject({
      /** Points on the list. */
      points: z.int().nonnegative(),
      /** Null for text. */
      file: FileRef.nullable(),
      name: fileName().nullable(),
      /** Set for text: to be pasted into an e-mail. */
      text: prose().nullable(),
    }),
    errors: ['notFound'],
  }),
} satisfies Procedures;
