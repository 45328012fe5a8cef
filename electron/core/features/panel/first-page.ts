import { formatDay } from '#shared/dates/format.ts';
import type { PaperBlock } from '../../papers/paper.ts';
import { printedCode } from '../../papers/panel-mark.ts';
import type { CopyRow, RoundRow } from './rows.ts';

export type FirstPageFacts = {
  round: RoundRow;
  copy: CopyRow;
  code: string;
  entries: number;
  /** Of the review: neutral words alone. */
  reference: string;
  partnership: string;
};

const words = (text: string): { text: string }[] => [{ text }];
const labelled = (label: string, text: string): PaperBlock => ({ t: 'labelled', label, runs: words(text) });
const item = (text: string, ordered = false): PaperBlock => ({ t: 'listItem', ordered, runs: words(text) });

export const memberWords = ({
  memberName,
  memberPost,
  memberAgency,
}: Pick<CopyRow, 'memberName' | 'memberPost' | 'memberAgency'>): string =>
  [memberName, memberPost, memberAgency].filter((part) => part !== '').join(', ');

/** What is asked, by when, and how it is done in Word: read before anything else. */
export function firstPage(facts: FirstPageFacts): PaperBlock[] {
  const { round, copy, code } = facts;
  const sender = [round.senderName, round.senderPost, facts.partnership].filter((part) => part !== '').join(', ');
  const by = round.returnBy ? formatDay(round.returnBy) : null;
  return [
    { t: 'title', runs: words('Chronology for comment') },
    {
      t: 'subtitle',
      runs: words([facts.reference, `round ${round.number}, copy ${copy.number}`].filter((part) => part !== '').join(', ')),
    },
    labelled('For', memberWords(copy) || 'Every member of the review panel'),
    ...(sender === '' ? [] : [labelled('From', sender)]),
    ...(by ? [labelled('Return by', by)] : []),
    labelled(
      'In it',
      `${facts.entries.toLocaleString('en-GB')} ${facts.entries === 1 ? 'entry' : 'entries'}${round.filterWords === '' ? '' : `: ${round.filterWords}`}`,
    ),
    labelled('Names', namesWords(round)),
    labelled('Copy', printedCode(code)),
    { t: 'heading', level: 2, runs: words(by ? `What is asked of you, by ${by}` : 'What is asked of you') },
    ...round.asks
      .split('\n')
      .flatMap((line): PaperBlock[] => (line.trim() === '' ? [] : [{ t: 'paragraph', runs: words(line.trim()) }])),
    { t: 'heading', level: 2, runs: words('How to do it in Word') },
    ...howTo(round.mode),
  ];
}

const namesWords = ({ view }: RoundRow): string =>
  view === 'anonymised'
    ? 'Replaced. “[undecided]” stands where it is not settled who is meant. Do not write real names into this file.'
    : 'As the agencies wrote them. Treat this file as you treat the records themselves.';

function howTo(mode: RoundRow['mode']): PaperBlock[] {
  const comment = 'To comment on words: select them, then Review, New Comment. A comment may stand on several entries.';
  const typed = 'To say something of a whole entry: type in its last column, “Your comment”.';
  const none = 'An entry on which there is nothing to say needs nothing. Leave the rows where they are.';
  const back =
    'Save it as a Word document (.docx), under this name or another that holds nobody’s name, and send it back the way it came.';
  if (mode === 'comments')
    return [
      item(
        'The file is held so that only comments and the last column can be written. If Word opens it in Protected View, choose Enable Editing.',
        true,
      ),
      item(comment, true),
      item(typed, true),
      item('To put words right: select them and write in a comment how they should read.', true),
      item(none, true),
      item(back, true),
    ];
  return [
    item('Word keeps every change as a tracked change. If it opens in Protected View, choose Enable Editing.', true),
    item('To put words right: change them where they stand. The sender sees what was there and what you wrote.', true),
    item(comment, true),
    item(typed, true),
    item(none, true),
    item(back, true),
  ];
}
