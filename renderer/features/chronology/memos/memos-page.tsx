import { Plus } from 'lucide-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { Memo } from '#shared/contract/memos.ts';
import { newId } from '#shared/kernel/ids.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted, InstantText } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { useDraft } from '../inspector/use-draft.ts';
import { MemoForm, titleOf } from './memo-form.tsx';
import { MemoItem } from './memo-item.tsx';
import { MemoLinks } from './memo-links.tsx';
import './memos.css';

const COLUMNS: readonly Column<Memo>[] = [
  {
    key: 'memo',
    head: 'Memo',
    names: true,
    width: '52%',
    cell: ({ title, body }) => (
      <span className="pl-ch-memo-words">
        {title && <strong>{title} </strong>}
        <span className={title ? 'pl-2' : undefined}>{body}</span>
      </span>
    ),
  },
  { key: 'about', head: 'About', cell: aboutWords },
  { key: 'at', head: 'Written', cell: ({ at }) => <InstantText at={at} /> },
];

function aboutWords({ entries, themes }: Memo): string {
  const parts = [
    entries.length > 0 ? counted(entries.length, 'entry', 'entries') : '',
    ...themes.slice(0, 2).map(({ name }) => name),
    themes.length > 2 ? `${themes.length - 2} more` : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || 'Nothing in particular';
}

/** The reviewer's memos: all, or those about one theme. */
export function MemosPage(): ReactNode {
  const frame = useFrame();
  const may = useMay();
  const { params } = useRoute();
  const themeId = params['theme'];
  const id = params['memo'] ?? null;
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const [writing, setWriting] = useState(params['write'] === '1');
  const { data: themes } = useQuery('theme.list', {});
  const { data, error } = useQuery('memo.list', {
    ...(search ? { search } : {}),
    ...(themeId ? { themeId } : {}),
    limit: 500,
  });
  const memos = data?.memos ?? [];
  const chosen = memos.find((memo) => memo.id === id);
  const theme = themes?.find((one) => one.id === themeId);
  const write = (): void => {
    frame.setInspectorOpen(true);
    setWriting(true);
  };
  usePageCommands([{ id: 'memos.write', label: 'Write a memo…', keys: ['Insert'], cannot: () => may('memo.add'), run: write }]);
  const open = (memo: string | undefined): void => {
    setWriting(false);
    replaceParams({ memo, write: undefined });
  };
  return (
    <Page
      title="Memos"
      about={theme && `about the theme ${theme.name}`}
      toolbar={
        <>
          <input
            type="search"
            className="pl-input pl-ch-memo-find"
            aria-label="Find in the memos"
            placeholder="Find in the memos"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {theme && <a href={hrefTo('chronology', { show: 'memos' })}>All memos</a>}
          <Button bar icon={<Plus size={14} aria-hidden />} cannot={may('memo.add')} onClick={write}>
            Write a memo
          </Button>
          <a className="pl-btn pl-btn-bar" href={hrefTo('chronology')}>
            Back to the list
          </a>
        </>
      }
      inspector={
        writing ? (
          <NewMemo about={theme ? { id: theme.id, name: theme.name } : null} onDone={open} />
        ) : (
          chosen && (
            <Inspector title="Memo">
              <Section>
                <MemoItem key={chosen.id} memo={chosen} onRemoved={() => open(undefined)} />
              </Section>
              <MemoLinks key={`links ${chosen.id}`} memo={chosen} />
            </Inspector>
          )
        )
      }
      foot={
        <FootKeys
          selection={counted(data?.total ?? 0, 'memo')}
          keys={[
            ['Insert', 'write'],
            ['↑ ↓', 'next'],
            ['Ctrl+Z', 'undo'],
          ]}
        />
      }
    >
      <ErrorNote error={error} />
      {data && memos.length === 0 ? (
        <EmptyState
          title={search ? 'No memo has these words' : 'No memo yet'}
          button={
            search ? (
              <Button onClick={() => setWords('')}>Clear the search</Button>
            ) : (
              <Button look="main" cannot={may('memo.add')} onClick={write}>
                Write a memo…
              </Button>
            )
          }
        >
          A memo holds a thought before it is a finding: what you noticed, what you doubt, what to ask. It can be about entries
          and themes, stands beside them, and goes into no copy for the panel.
        </EmptyState>
      ) : (
        <Table
          label="Memos"
          arrive
          columns={COLUMNS}
          rows={memos}
          rowKey={(memo) => memo.id}
          selected={writing ? null : id}
          onSelect={(memo) => {
            frame.setInspectorOpen(true);
            open(memo.id);
          }}
        />
      )}
    </Page>
  );
}

function NewMemo({
  about,
  onDone,
}: {
  about: { id: string; name: string } | null;
  onDone(id: string | undefined): void;
}): ReactNode {
  const may = useMay();
  const add = useCommand('memo.add', { said: 'Memo written.' });
  const title = useDraft(`memo title ${about?.id ?? ''}`);
  const body = useDraft(`memo ${about?.id ?? ''}`);
  function leave(id: string | undefined): void {
    title.drop();
    body.drop();
    onDone(id);
  }
  async function keep(): Promise<void> {
    const id = newId();
    const words = { title: titleOf(title.text), body: body.text };
    if ((await add.run({ id, ...words, eventIds: [], themeIds: about ? [about.id] : [] })).ok) leave(id);
  }
  return (
    <Inspector title="Write a memo">
      <Section>
        {about && <p className="pl-2">About the theme {about.name}</p>}
        <MemoForm
          words={{ title: title.text, body: body.text }}
          verb="Write the memo"
          cannot={may('memo.add') ?? (add.pending ? 'Under way' : null)}
          onChange={(words) => {
            title.set(words.title);
            body.set(words.body);
          }}
          onKeep={() => void keep()}
          onLeave={() => leave(undefined)}
        />
        <ErrorNote error={add.error} />
      </Section>
    </Inspector>
  );
}
