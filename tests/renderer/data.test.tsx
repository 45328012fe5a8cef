import { afterEach, describe, expect, test } from 'vitest';
import { act, type ReactNode } from 'react';
import { AppError } from '#shared/kernel/app-error.ts';
import { contract, type OutputOf } from '#shared/contract/index.ts';
import { isStale } from '#renderer/data/invalidation.ts';
import { setVoice } from '#renderer/data/announce.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { WorkbenchProvider } from '#renderer/data/workbench.tsx';
import { button, click, onPage, type OnPage, until } from './on-page.tsx';
import { scriptedCore, SESSION } from './scripted-core.ts';

let page: OnPage | null = null;
afterEach(async () => {
  await page?.unmount();
  page = null;
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const review = (title: string): OutputOf<'review.get'> => ({
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  title,
  reference: '',
  profile: 'lcspr',
  partnership: '',
  subject: '',
  scopeFrom: null,
  scopeTo: null,
  authorName: '',
  authorPost: '',
  rowVersion: 1,
});
const changed = (table: 'review' | 'event') => ({
  seq: 1,
  changes: { [table]: '*' as const },
  changeSet: 1,
  person: '',
  label: '',
});

describe('which answers a change makes stale', () => {
  test('those that read one of its tables, and the history always', () => {
    expect(isStale('review.get', new Set(['review']))).toBe(true);
    expect(isStale('review.get', new Set(['event']))).toBe(false);
    expect(isStale('chronology.page', new Set(['themeTag']))).toBe(true);
    expect(isStale('history.list', new Set(['theme']))).toBe(true);
    expect(isStale('constructor', new Set(['event']))).toBe(false);
  });
  test('every query names only tables that exist', () => {
    for (const [name, spec] of Object.entries(contract)) {
      if (spec.kind === 'query') for (const table of spec.reads) expect(isStale(name, new Set([table]))).toBe(true);
    }
  });
});

function Title(): ReactNode {
  const { data, error } = useQuery('review.get', {});
  return <p>{error ? `error ${error.code}` : (data?.title ?? 'nothing yet')}</p>;
}

describe('a live query', () => {
  test('runs again when its table changes, and not for another', async () => {
    let n = 0;
    const core = scriptedCore({ 'review.get': () => review(`Review ${++n}`) });
    page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<Title />}</WorkbenchProvider>);
    await until(() => page?.root.textContent === 'Review 1');
    await act(async () => core.tell('rows.changed', changed('event')));
    await act(async () => wait(20));
    expect(n).toBe(1);
    await act(async () => core.tell('rows.changed', changed('review')));
    await until(() => page?.root.textContent === 'Review 2');
  });

  test('under a storm of changes runs one at a time, and once more at the end', async () => {
    let running = 0;
    let most = 0;
    let n = 0;
    const core = scriptedCore({
      'review.get': async () => {
        running += 1;
        most = Math.max(most, running);
        await wait(15);
        running -= 1;
        return review(`Review ${++n}`);
      },
    });
    page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<Title />}</WorkbenchProvider>);
    await until(() => page?.root.textContent === 'Review 1');
    for (let i = 0; i < 20; i++) await act(async () => core.tell('rows.changed', changed('review')));
    await act(async () => wait(80));
    expect(most).toBe(1);
    expect(n).toBeGreaterThanOrEqual(2);
    expect(n).toBeLessThanOrEqual(4);
    expect(page.root.textContent).toBe(`Review ${n}`);
  });

  test('shows nothing of an answer that the session may no longer see', async () => {
    let allowed = true;
    const core = scriptedCore({
      'review.get': () => {
        if (!allowed) throw new AppError('identifiedOnly');
        return review('Seen');
      },
    });
    function Both(): ReactNode {
      const { data, error } = useQuery('review.get', {});
      return <p>{`${data?.title ?? '–'} ${error?.code ?? '–'}`}</p>;
    }
    page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<Both />}</WorkbenchProvider>);
    await until(() => page?.root.textContent === 'Seen –');
    allowed = false;
    await act(async () => core.tell('session.changed', { state: 'open' }));
    await until(() => page?.root.textContent === '– identifiedOnly');
  });

  test('resync asks everything again', async () => {
    let n = 0;
    const core = scriptedCore({ 'review.get': () => review(`Review ${++n}`) });
    page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<Title />}</WorkbenchProvider>);
    await until(() => page?.root.textContent === 'Review 1');
    await act(async () => core.tell('resync', {}));
    await until(() => page?.root.textContent === 'Review 2');
  });
});

describe('a command', () => {
  test('says its end, and keeps its error with the words of the table', async () => {
    const said: string[] = [];
    let fails = false;
    const core = scriptedCore({
      'session.setPerson': () => {
        if (fails) throw new AppError('readOnly');
        return {};
      },
    });
    function Set(): ReactNode {
      const set = useCommand('session.setPerson', { said: 'Recorded.' });
      return (
        <button type="button" onClick={() => void set.run({ name: 'A', post: '', role: 'reviewer' })}>
          {set.error ? set.error.message : set.pending ? 'under way' : 'Record'}
        </button>
      );
    }
    page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<Set />}</WorkbenchProvider>);
    setVoice({ say: (text) => said.push(text), notify: () => undefined });
    await click(button(/Record/));
    await until(() => said.includes('Recorded.'));
    expect(core.workbench.jobs.keptAt()).not.toBeNull();
    fails = true;
    await click(button(/Record/));
    await until(() => page?.root.textContent?.startsWith('This review is open for reading only'));
    expect(said.at(-1)).toMatch(/reading only/);
  });

  test('of a wrong form is refused before it leaves the page', async () => {
    const core = scriptedCore({ 'session.setPerson': () => ({}) });
    function Set(): ReactNode {
      const set = useCommand('session.setPerson');
      return (
        <button type="button" onClick={() => void set.run({ name: '', post: '', role: 'reviewer' })}>
          {set.error?.code ?? 'Record'}
        </button>
      );
    }
    page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<Set />}</WorkbenchProvider>);
    await click(button(/Record/));
    await until(() => page?.root.textContent === 'badInput');
    expect(core.calls).toEqual([]);
  });
});

describe('a job', () => {
  test('shows its progress and is stopped', async () => {
    const core = scriptedCore({
      'register.recount': (_input, { signal, onProgress }) =>
        new Promise((_resolve, reject) => {
          onProgress({ label: 'Counting', done: 3, total: 9 });
          signal.addEventListener('abort', () => reject(new AppError('cancelled')));
        }),
    });
    function Count(): ReactNode {
      const count = useJob('register.recount');
      return (
        <>
          <button type="button" onClick={() => void count.run({})}>
            Count
          </button>
          <p>{count.progress ? `${count.progress.done} of ${count.progress.total}` : (count.error?.code ?? 'idle')}</p>
        </>
      );
    }
    page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<Count />}</WorkbenchProvider>);
    await click(button(/Count/));
    await until(() => page?.root.querySelector('p')?.textContent === '3 of 9');
    expect(core.workbench.jobs.running()).toHaveLength(1);
    await act(async () => core.workbench.jobs.running()[0]?.stop());
    await until(() => page?.root.querySelector('p')?.textContent === 'cancelled');
    expect(core.workbench.jobs.running()).toHaveLength(0);
  });
});

test('after a lost connection an anonymised window is anonymised again', async () => {
  let view: 'identified' | 'anonymised' = 'anonymised';
  const core = scriptedCore({
    'session.get': () => ({ ...SESSION, view }),
    'session.setView': (input) => {
      view = input.view;
      return {};
    },
  });
  function View(): ReactNode {
    return <p>{useQuery('session.get', {}).data?.view}</p>;
  }
  page = await onPage(<WorkbenchProvider workbench={core.workbench}>{<View />}</WorkbenchProvider>);
  await until(() => page?.root.textContent === 'anonymised');
  view = 'identified';
  await act(async () => core.drop());
  await until(() => core.calls.some((call) => call.name === 'session.setView'));
  await until(() => page?.root.textContent === 'anonymised');
});
