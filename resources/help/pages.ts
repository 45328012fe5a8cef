export type HelpPage = { readonly id: string; readonly title: string; readonly body: string };

/** The help pages, in reading order. Blank lines part paragraphs; a line that begins with "## " is a heading. */
export const HELP_PAGES: readonly HelpPage[] = [
  {
    id: 'start',
    title: 'How a review goes through',
    body: `A review is one encrypted file on this computer. Nothing is sent anywhere.

## In order
Returns: each agency's file goes in as it came and is kept byte for byte.
Chronology: one order of events over all agencies, each date as it was written beside how it was understood.
Findings: what the evidence shows, for and against.
Recommendations and actions: owner, date, measure, assurance.
Publish: checked, approved by a second person, opened again and searched before it leaves.`,
  },
];
