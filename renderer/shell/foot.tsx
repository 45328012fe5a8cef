import { Lock, Save } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import type { RunningJob } from '#renderer/data/jobs.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { LinkButton } from '#renderer/ui/button.tsx';
import { clockLabel, count } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { useCommands } from './use-commands.ts';
import { useConnection } from './use-connection.ts';
import './foot.css';

export type FootProps = { session: SessionState | undefined; slot?: Ref<HTMLSpanElement>; left?: ReactNode };

/** Selection and keys of the place at the left; the job, when last kept and how, at the right. */
export function Foot({ session, slot, left }: FootProps): ReactNode {
  const { runById } = useCommands();
  const open = session?.state === 'open';
  return (
    <footer className="pl-foot">
      <span className="pl-foot-left" ref={slot}>
        {left}
      </span>
      <span className="pl-foot-right">
        <Connection />
        <Running />
        {open && session && <State session={session} />}
        {!open && (
          <LinkButton className="pl-foot-quiet" onClick={() => runById('shortcuts')}>
            Ctrl+/ all shortcuts
          </LinkButton>
        )}
      </span>
    </footer>
  );
}

function State({ session }: { session: SessionState }): ReactNode {
  const { jobs } = useWorkbench();
  const { runById } = useCommands();
  const keptAt = useSyncExternalStore(jobs.subscribe, jobs.keptAt);
  return (
    <>
      {session.readOnly ? (
        <StatusMark status="look" size={12}>
          Reading only{session.holder ? `: open at ${session.holder}` : ''}
        </StatusMark>
      ) : (
        <span className="pl-foot-item">
          <Save size={12} strokeWidth={1.5} aria-hidden />
          All changes kept{keptAt === null ? '' : ` ${clockLabel(keptAt)}`}
        </span>
      )}
      {session.workingCopy && <span title="The folder is synchronised, so the work is done on a copy here">Working copy</span>}
      {!session.person && (
        <LinkButton className="pl-foot-quiet" onClick={() => runById('person.set')}>
          Nobody named at the keyboard
        </LinkButton>
      )}
      <span className="pl-foot-item">
        <Lock size={12} strokeWidth={1.5} aria-hidden />
        Encrypted file
      </span>
    </>
  );
}

/** Under this nothing is shown of a job. */
const SHOW_AFTER_MS = 300;

function Running(): ReactNode {
  const { jobs } = useWorkbench();
  const running = useSyncExternalStore(jobs.subscribe, jobs.running);
  const job = running.at(-1);
  return job ? <RunningLine key={job.id} job={job} /> : null;
}

function RunningLine({ job }: { job: RunningJob }): ReactNode {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), Math.max(0, job.startedAt + SHOW_AFTER_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [job.startedAt]);
  if (!shown) return null;
  const { progress } = job;
  const done = progress ? `${count(progress.done)}${progress.total === null ? '' : ` of ${count(progress.total)}`}` : '';
  return (
    <span className="pl-foot-item pl-foot-job">
      {progress && progress.total !== null && progress.total > 0 && (
        <progress max={progress.total} value={progress.done} aria-label={job.label} />
      )}
      {progress?.label || job.label} {done}
      <LinkButton onClick={job.stop} aria-label={`Stop: ${job.label}`}>
        Stop
      </LinkButton>
    </span>
  );
}

function Connection(): ReactNode {
  const { host } = useWorkbench();
  const state = useConnection();
  // The desktop's connection lasts as long as its window: it is not tried again.
  const over = state === 'closed' || (state === 'lost' && host.kind === 'desktop');
  if (over) return <StatusMark status="stop">Connection closed: open the window again</StatusMark>;
  if (state === 'lost') return <StatusMark status="look">Connection lost, trying again</StatusMark>;
  return null;
}
