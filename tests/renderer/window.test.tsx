import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { act } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { App } from '#renderer/app.tsx';
import { AppError } from '#shared/kernel/app-error.ts';
import { button, click, onPage, type OnPage, press, until } from './on-page.tsx';
import { type Answers, type Scripted, scriptedCore, SESSION } from './scripted-core.ts';

const OVERVIEW: OutputOf<'review.overview'> = {
  returns: 2,
  returnProblems: 3,
  entries: 41,
  entriesWithProblems: 5,
  untagged: 9,
  people: 12,
  toSettle: 4,
  findings: 1,
  findingsWithoutRecommendation: 1,
  recommendations: 0,
  recommendationsWithoutFinding: 0,
  actions: 0,
  actionsWithoutDate: 0,
  remarksWaiting: 0,
  publications: 0,
  firstDay: '2029-01-03',
  lastDay: '2030-02-04',
  agencies: [],
  density: [],
};
const REVIEW: OutputOf<'review.get'> = {
  id: SESSION.reviewId ?? '',
  title: 'Local review: Child K',
  reference: 'LCSPR 2031/04',
  profile: 'lcspr',
  partnership: 'Fenmoor Safeguarding Partnership',
  subject: 'Child K',
  scopeFrom: null,
  scopeTo: null,
  authorName: '',
  authorPost: '',
  rowVersion: 3,
};

let page: OnPage | null = null;
let core: Scripted;
let session: OutputOf<'session.get'>;

async function openWindow(more: Answers = {}, hash = '#/overview'): Promise<void> {
  history.replaceState(null, '', hash);
  core = scriptedCore({
    'session.get': () => session,
    'session.recent': () => [{ ref: 'recent-1', reference: 'LCSPR 2030/01', openedAt: '2030-05-04T09:10:11.000Z' }],
    'review.get': () => REVIEW,
    'review.overview': () => OVERVIEW,
    'agency.list': () => [],
    'session.setView': (input) => {
      session = { ...session, view: input.view };
      return {};
    },
    'session.lock': () => {
      session = { ...session, state: 'locked' };
      core.tell('session.changed', { state: 'locked' });
      return {};
    },
    'session.unlock': (input) => {
      if (input.passphrase !== 'four plain words here') throw new AppError('wrongPassphrase');
      session = { ...session, state: 'open' };
      core.tell('session.changed', { state: 'open' });
      return { reviewId: session.reviewId };
    },
    ...more,
  });
  page = await onPage(<App workbench={core.workbench} env="test" />);
}

beforeEach(() => {
  session = SESSION;
});
afterEach(async () => {
  await page?.unmount();
  core.workbench.stop();
  core.workbench.client.close();
  page = null;
});
const shown = (): string => page?.root.textContent ?? '';
const asked = (name: string): number => core.calls.filter((call) => call.name === name).length;

describe('an open review', () => {
  test('stands in its frame, with what waits and its counts', async () => {
    await openWindow();
    await until(() => shown().includes('Where the review stands'));
    await until(() => shown().includes('Child K'));
    expect(document.title).toBe('Overview – Plumbline');
    const places = [...document.querySelectorAll('[data-rail] a')].map((link) => link.getAttribute('href'));
    expect(places).toEqual(
      [
        'overview',
        'returns',
        'chronology',
        'people',
        'analysis',
        'recommendations',
        'publish',
        'panel',
        'actions',
        'activity',
      ].map((place) => `#/${place}`),
    );
    expect(shown()).toContain('5 entries with a problem');
    expect(document.querySelector('main a[href="#/chronology?problems=1"]')).not.toBeNull();
    expect(shown()).toContain('Settle 4 mentions');
  });

  test('G and a letter go to a place from the rail or the heading, not from a text field', async () => {
    await openWindow({ 'history.list': () => ({ items: [], next: null }), 'history.state': () => ({ undo: null, redo: null }) });
    await until(() => document.querySelector('h1'));
    document.querySelector('h1')?.focus();
    await press('g');
    await press('y');
    await until(() => location.hash === '#/activity');
    await until(() => shown().includes('Nothing has been changed yet'));
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    await press('g');
    await press('o');
    expect(location.hash).toBe('#/activity');
    input.remove();
  });

  test('F9 switches the view for everything', async () => {
    await openWindow();
    await until(() => shown().includes('Identified'));
    await press('F9');
    await until(() => document.querySelector('[aria-label="Names"] [aria-checked="true"]')?.textContent === 'Anonymised');
    expect(asked('review.get')).toBeGreaterThan(1);
  });

  test('Ctrl+Z undoes by the history, but leaves what is typed to the text', async () => {
    await openWindow({ 'history.undo': () => ({ label: 'Tag a theme' }) });
    await until(() => document.querySelector('h1'));
    await press('z', { ctrlKey: true });
    await until(() => document.querySelector('[data-live=polite]')?.textContent === 'Undone: Tag a theme.');
    const input = document.createElement('textarea');
    document.body.append(input);
    input.focus();
    await press('z', { ctrlKey: true });
    expect(asked('history.undo')).toBe(1);
    input.remove();
  });

  test('an undo that cannot be done says why and stays on screen', async () => {
    await openWindow({
      'history.undo': () => {
        throw new AppError('undoConflict', { list: '2 tags' });
      },
    });
    await until(() => document.querySelector('h1'));
    await press('z', { ctrlKey: true });
    await until(() => shown().includes('later work leans on it: 2 tags'));
  });
});

describe('the lock', () => {
  test('covers everything but the reference, and keeps the window behind it', async () => {
    await openWindow();
    await until(() => shown().includes('Where the review stands'));
    await press('L', { ctrlKey: true, shiftKey: true });
    const cover = await until(() => document.querySelector('.pl-lock'));
    expect(cover.textContent).toContain('LCSPR 2031/04 is locked');
    const behind = document.querySelector<HTMLElement>('.pl-window');
    expect(behind?.hidden).toBe(true);
    expect(behind?.hasAttribute('inert')).toBe(true);
    // No key works on what is covered.
    await press('F9');
    await press('k', { ctrlKey: true });
    expect(asked('session.setView')).toBe(0);
    expect(document.querySelector('[role=combobox]')).toBeNull();
  });

  test('opens with the passphrase, and says when it is not that', async () => {
    session = { ...SESSION, state: 'locked' };
    await openWindow();
    const field = await until(() => document.querySelector<HTMLInputElement>('.pl-lock input'));
    const type = async (text: string): Promise<void> => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      await act(async () => {
        set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    };
    await type('wrong');
    await click(button(/^Unlock$/));
    await until(() => shown().includes('That passphrase does not open this review'));
    await type('four plain words here');
    await click(button(/^Unlock$/));
    await until(() => shown().includes('Where the review stands'));
  });
});

describe('the palette', () => {
  test('goes to an entry by its number, and says when there is none', async () => {
    await openWindow({
      'chronology.find': (input) => (input.ref === 12 ? { id: '01890a5d-ac96-774b-bcce-b302099a8012', index: 11 } : null),
    });
    await until(() => document.querySelector('h1'));
    const find = async (text: string): Promise<void> => {
      await press('k', { ctrlKey: true });
      const box = await until(() => document.querySelector<HTMLInputElement>('[role=combobox]'));
      await act(async () => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
        box.dispatchEvent(new Event('input', { bubbles: true }));
      });
      box.focus();
      await press('Enter');
    };
    await find('0099');
    await until(() => shown().includes('There is no entry 99'));
    await find('0012');
    await until(() => location.hash === '#/chronology?entry=01890a5d-ac96-774b-bcce-b302099a8012');
  });
});

describe('Start', () => {
  beforeEach(() => {
    session = { ...SESSION, state: 'none', reviewId: null, reference: '', person: null };
  });

  test('offers four ways in and the recent reviews by reference', async () => {
    await openWindow({}, '#/start');
    await until(() => shown().includes('LCSPR 2030/01'));
    for (const way of ['New review', 'Open a review', 'Publish actions only, from Word', 'Look round a sample review']) {
      expect(shown()).toContain(way);
    }
    expect(document.querySelector('[data-rail]')).toBeNull();
  });

  test('S opens the sample', async () => {
    await openWindow(
      {
        'session.openSample': () => {
          session = SESSION;
          core.tell('session.changed', { state: 'open' });
          return { reviewId: SESSION.reviewId };
        },
      },
      '#/start',
    );
    await until(() => document.querySelector('h1'));
    document.querySelector('h1')?.focus();
    await press('s');
    await until(() => shown().includes('Where the review stands'));
  });

  test('N opens the side panel, whose button says what is missing', async () => {
    await openWindow({}, '#/start');
    await until(() => document.querySelector('h1'));
    document.querySelector('h1')?.focus();
    await press('n');
    const make = await until(() => button(/Make the review/));
    expect(make.getAttribute('aria-disabled')).toBe('true');
    expect(make.disabled).toBe(false);
    expect(shown()).toContain('A title is needed');
  });

  test('a recent review asks its passphrase', async () => {
    await openWindow({}, '#/start');
    await click(await until(() => document.querySelector('.pl-recent button')));
    await until(() => document.querySelector('[role=dialog]')?.textContent?.includes('Open LCSPR 2030/01'));
  });
});
