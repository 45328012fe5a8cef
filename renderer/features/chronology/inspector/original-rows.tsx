import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFiles } from '#renderer/data/files.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useOriginal } from '#renderer/data/use-original.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { OriginalBar, pageWords } from '#renderer/ui/original-bar.tsx';
import { OriginalView } from '#renderer/ui/original-view.tsx';
import { tableLabel } from './provenance.tsx';
import './original-rows.css';
import type { OriginalPlace } from './provenance.tsx';

export type OriginalRowsProps = { place: OriginalPlace; onClose(): void; onEntry(id: string): void };

/** The file that an entry came from, as it was sent, open at its row. Only where real data are shown. */
export function OriginalRows({ place, onClose, onEntry }: OriginalRowsProps): ReactNode {
  const { returnId, returnVersion, table, row } = place;
  const original = useOriginal({ returnId, returnVersion, place: { table, row } });
  const files = useFiles();
  const fetchFile = useJob('returns.original');
  async function save(): Promise<void> {
    const done = await fetchFile.run({ id: returnId, ...(returnVersion === undefined ? {} : { returnVersion }) });
    if (done.ok) await files.save(done.output.file, done.output.name).catch(() => false);
  }
  const { page } = original;
  return (
    <div className="pl-ch-original">
      <div className="pl-ch-original-head">
        <h2 className="pl-clip">{place.file}</h2>
        <span className="pl-2 pl-clip">
          {tableLabel(table)}, row {row}, as it was sent{page && pageWords(page) !== '' ? `; ${pageWords(page)}` : ''}
        </span>
        <span className="pl-push pl-row">
          {page && <OriginalBar page={page} pending={original.pending} onTurn={original.turn} onGoTo={original.goTo} />}
          <Button bar cannot={fetchFile.pending ? 'Under way' : null} onClick={() => void save()}>
            Save the original…
          </Button>
          <IconButton label="Close the original" icon={<X size={14} aria-hidden />} bar onClick={onClose} />
        </span>
      </div>
      <ErrorNote error={original.error ?? fetchFile.error} />
      {page && (
        <OriginalView page={page} label="Rows of the original">
          {(id, at) => (
            <Button bar look="quiet" aria-label={`Show the entry of row ${at}`} onClick={() => onEntry(id)}>
              Entry
            </Button>
          )}
        </OriginalView>
      )}
    </div>
  );
}
