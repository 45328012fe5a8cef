import type { PaperBlock } from '../../papers/paper.ts';
import { TEST_CODE } from '../../papers/panel-mark.ts';
import type { PanelPaper } from '../../papers/panel-paper.ts';

export const TEST_NAME = 'Test file for comment.docx';

const words = (text: string): { text: string }[] => [{ text }];
const item = (text: string): PaperBlock => ({ t: 'listItem', ordered: true, runs: words(text) });

/** Built as a copy is, with nothing of any review in it: to find out whether e-mail and Word let such a file through. */
export function testPaper(): PanelPaper {
  return {
    title: 'Test file for comment',
    code: TEST_CODE,
    protection: 'comments',
    firstPage: [
      { t: 'title', runs: words('Test file') },
      {
        t: 'paragraph',
        runs: words(
          'This file holds nothing of any review. It shows whether a file for comment reaches you, opens, and comes back whole.',
        ),
      },
      { t: 'heading', level: 2, runs: words('What to try') },
      item('Open it in Word. If it opens in Protected View, choose Enable Editing.'),
      item('Select any words of the first entry and choose Review, New Comment. Write “test”.'),
      item('Type “test” in the last column of the second entry.'),
      item('Save it and send it back the way it came.'),
      { t: 'paragraph', runs: words('If one of these cannot be done, say which. Nothing else is needed.') },
    ],
    heading: 'Two entries to try on',
    entries: [
      {
        ref: 1,
        date: 'Mon 6 Jan 2025',
        source: 'Parks department\nDiary of the bandstand',
        parts: [{ field: 'description', label: null, text: 'The bandstand was painted green.' }],
      },
      {
        ref: 2,
        date: 'Tue 7 Jan 2025, 10:30',
        source: 'Library\nLog of deliveries',
        parts: [
          { field: 'description', label: null, text: 'Forty chairs were delivered and counted.' },
          { field: 'outcome', label: 'Outcome', text: 'Two were sent back.' },
        ],
      },
    ],
  };
}
