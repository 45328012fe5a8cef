import { z } from 'zod';
import { fileName, prose } from '../model/basics.ts';
import { EventFilter } from './event-filter.ts';
import { job, type Procedures } from './procedure.ts';
import { FileRef } from './session.ts';
import { Layout } from './views.ts';

export const chronologyPaper = {
  'chronology.paper': job({
    about:
      'The chronology as it is on the screen, as a Word document or an Excel workbook: filter, columns, order, headings and view.',
    role: 'panelMember',
    label: 'Write the chronology',
    input: z.strictObject({
      format: z.enum(['docx', 'xlsx']),
      filter: EventFilter,
      layout: Layout,
      /** The saved view in use: its name stands on the page. */
      viewName: prose(80).nullable(),
    }),
    output: z.strictObject({ file: FileRef, name: fileName(), entries: z.int() }),
    errors: ['badInput', 'cancelled'],
  }),
} satisfies Procedures;
