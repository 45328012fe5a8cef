import { type ReactNode, useEffect, useState } from 'react';
import { toAppError } from '#shared/kernel/app-error.ts';
import { notify } from '#renderer/data/announce.ts';
import { keepForPlace, useDropHandler } from '#renderer/data/files.ts';
import { setOpening } from '#renderer/data/opening.ts';
import { go } from '#renderer/data/route.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { useWorkbench, type Workbench } from '#renderer/data/workbench.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import './drop-zone.css';

const isReview = (file: File): boolean => file.name.toLowerCase().endsWith('.review');

/** Files dropped anywhere: a review opens; else the place in view takes them, or the person says where they belong. */
export function DropZone(): ReactNode {
  const workbench = useWorkbench();
  const session = useSession();
  const handler = useDropHandler();
  const [over, setOver] = useState(false);
  const [asking, setAsking] = useState<readonly File[] | null>(null);

  const latest = useLatest((files: readonly File[]): void => {
    const [first] = files;
    if (!first || session?.state === 'locked') return;
    if (isReview(first)) {
      if (session?.state === 'none') void openDropped(workbench, first);
      else notify({ kind: 'failed', title: 'A review is open', message: 'Close it first, then drop the other one.' });
    } else if (handler) handler.take(files);
    else if (session?.state === 'open') setAsking(files);
    else {
      notify({
        kind: 'failed',
        title: 'No review is open',
        message: 'Nothing was added. Open a review or make a new one, then drop the file again.',
      });
    }
  });

  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const move = (event: DragEvent): void => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      // Without this the window would leave the page and show the file.
      event.preventDefault();
      depth = 0;
      setOver(false);
      latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: move, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener);
    };
  }, [latest]);

  function takeTo(place: 'returns' | 'actions'): void {
    if (asking) keepForPlace(place === 'returns' ? 'return' : 'actions', asking);
    setAsking(null);
    go(place, place === 'actions' ? { import: '1' } : {});
  }
  return (
    <>
      {over && session?.state !== 'locked' && (
        <div className="pl-drop" aria-hidden>
          <span>
            {handler?.words ?? (session?.state === 'open' ? 'Drop, then say where it belongs' : 'Drop a review to open it')}
          </span>
        </div>
      )}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={`Where ${counted(asking?.length ?? 0, 'dropped file')} ${asking?.length === 1 ? 'belongs' : 'belong'}`}
      >
        <p>Nothing is read until you say so.</p>
        <div className="pl-row pl-row-wrap">
          <Button onClick={() => takeTo('returns')}>Read as a return…</Button>
          <Button onClick={() => takeTo('actions')}>Read as actions…</Button>
          <Button look="quiet" onClick={() => setAsking(null)}>
            Leave it
          </Button>
        </div>
      </Dialog>
    </>
  );
}

async function openDropped({ host }: Workbench, file: File): Promise<void> {
  try {
    const { ref, name, kept } = await host.dropFile(file, 'review');
    setOpening({ ref, name, kept: kept ?? null, by: 'passphrase' });
    go('start');
  } catch (error) {
    notify({ kind: 'failed', title: 'The file was not taken', message: toAppError(error).message });
  }
}
