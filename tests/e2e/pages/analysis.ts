import type { Page } from 'playwright-core';

/** The place of themes and findings, as a person works in it. */
export function analysisPlace(page: Page) {
  const list = (stance: 'for' | 'against') => page.getByRole('list', { name: `Evidence ${stance}` });
  return {
    side: page.getByRole('navigation', { name: 'Findings and themes' }),
    finding: (n: number) => page.getByRole('article', { name: `Finding ${n}`, exact: true }),
    statement: (n: number) => page.getByRole('textbox', { name: `Statement of Finding ${n}`, exact: true }),
    field: (name: string) => page.getByRole('textbox', { name, exact: true }),
    search: page.getByRole('textbox', { name: 'Reference numbers, or words' }),
    found: page.getByRole('list', { name: 'Entries found' }),
    evidence: list,
    addFinding: page.getByRole('button', { name: 'Finding', exact: true }),
    addTheme: page.getByRole('button', { name: 'Theme', exact: true }),
    undo: () => page.keyboard.press('Control+z'),
  };
}
