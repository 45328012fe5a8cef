import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { TableRef } from '#shared/model/agency-return.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { useFiles } from '#renderer/data/files.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { tableLabel } from './provenance.tsx';
import './original-rows.css';

export type OriginalPlace = { returnId: string; table: TableRef; row: number; file: string };
export type OriginalRowsProps = { place: OriginalPlace; onClose(): void; onEntry(id: string): void };

const AROUND = 60;

/** The rows of a return exactly as they stood, around one of them. Only where real data are shown. */
export function OriginalRows({ place, onClose, onEntry }: OriginalRowsProps): ReactNode {
  const { data, error } = useQuery('returns.rows', {
    id: place.returnId,
    table: place.table,
    around: place.row,
    limit: AROUND,
  });
  const files = useFiles();
  const fetchFile = useJob('returns.original');
  const marked = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    // Not as the effect's own answer: newer browsers answer scrollIntoView with a promise.
    void marked.current?.scrollIntoView({ block: 'center' });
  }, [data, place]);
  const columns = [...new Set((data ?? []).flatMap(({ cells }) => cells.map(({ column }) => column)))];
  async function save(): Promise<void> {
    const done = await fetchFile.run({ id: place.returnId });
    if (done.ok) await files.save(done.output.file, done.output.name).catch(() => false);
  }
  return (
    <div className="pl-ch-original">
      <div className="pl-ch-original-head">
        <h2 className="pl-clip">{place.file}</h2>
        <span className="pl-2 pl-nowrap">
          {tableLabel(place.table)}, row {place.row}, as it was sent
        </span>
        <span className="pl-push pl-row">
          <Button bar cannot={fetchFile.pending ? 'Under way' : null} onClick={() => void save()}>
            Save the original…
          </Button>
          <IconButton label="Close the original" icon={<X size={14} aria-hidden />} bar onClick={onClose} />
        </span>
      </div>
      <ErrorNote error={error ?? fetchFile.error} />
      <div className="pl-ch-original-rows" tabIndex={0} role="region" aria-label="Rows of the original">
        {data && (
          <table className="pl-table">
            <thead>
              <tr>
                <th scope="col" className="pl-num">
                  Row
                </th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th scope="col">
                  <span className="pl-hidden">Entry</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((line) => (
                <tr
                  key={line.row}
                  ref={line.row === place.row ? marked : undefined}
                  aria-current={line.row === place.row || undefined}
                >
                  <th scope="row" className="pl-num">
                    {line.row}
                  </th>
                  {columns.map((column) => (
                    <td key={column}>{line.cells.find((cell) => cell.column === column)?.text}</td>
                  ))}
                  <td>
                    {line.eventId !== null && (
                      <Button
                        bar
                        look="quiet"
                        aria-label={`Show the entry of row ${line.row}`}
                        onClick={() => onEntry(line.eventId ?? '')}
                      >
                        Entry
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}
