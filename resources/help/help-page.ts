/** Blank lines part paragraphs; a line that begins with "## " is a heading, with "- " an item of a list. */
export type HelpPage = { readonly id: string; readonly title: string; readonly body: string };
