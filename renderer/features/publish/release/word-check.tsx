import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DetailsButton } from '#renderer/ui/page.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';

type Checked = OutputOf<'publish.check'>;
type Row = Checked['findings'][number] & { key: string };
export type WordCheckProps = {
  result: Checked | null;
  pending: boolean;
  error: AppError | null;
  onBack(): void;
  onChoose(): void;
};

const COLUMNS: readonly Column<Row>[] = [
  { key: 'message', head: 'What was found', names: true, cell: (row) => row.message },
  { key: 'kind', head: 'Sort', width: '22%', cell: (row) => KIND_WORDS[row.kind] ?? row.kind },
];
const KIND_WORDS: Record<string, string> = {
  name: 'Name',
  dateOfBirth: 'Date of birth',
  address: 'Address',
  phone: 'Telephone number',
  email: 'E-mail address',
  reference: 'Reference number',
};

/** What a Word file holds that must not leave, by part of the file. */
export function WordCheck({ result, pending, error, onBack, onChoose }: WordCheckProps): ReactNode {
  const rows = (result?.findings ?? [])
    .map((finding, i): Row => ({ ...finding, key: `${finding.part} ${i + 1}` }))
    .sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : 0));
  return (
    <div className="pl-pub-middle">
      <div className="pl-pub-head">
        <h2>Check of a Word file</h2>
        <span className="pl-page-tools">
          <Button bar onClick={onChoose}>
            Check another…
          </Button>
          <Button bar icon={<ArrowLeft size={14} aria-hidden />} onClick={onBack}>
            Back to the preview
          </Button>
          <DetailsButton label="Check sheet" />
        </span>
      </div>
      <div className="pl-pub-checked" tabIndex={0} role="region" aria-label="Result of the check">
        {pending && <p role="status">Reading every part of the file…</p>}
        <ErrorNote error={error} />
        {result && (
          <>
            <p className="pl-pub-verdict">
              <StatusMark status={result.clean ? 'done' : 'stop'}>
                {result.clean ? 'Nothing found.' : `${counted(rows.length, 'finding')}.`}
              </StatusMark>{' '}
              <span>{result.file}</span>
            </p>
            <p className="pl-2">
              {result.clean
                ? 'Nothing on the register stands in any part of it, and nothing is hidden in it that a reader would not see. What no search can find is still for a person.'
                : 'The file was not changed. Put it right where it is written, and check it again.'}
            </p>
            {rows.length > 0 && (
              <Table
                label="Findings by part of the file"
                columns={COLUMNS}
                rows={rows}
                rowKey={(row) => row.key}
                group={(row, before) => (row.part === before?.part ? null : row.part)}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
