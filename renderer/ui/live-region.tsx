import { type ReactNode, useEffect, useState } from 'react';

export type Speaker = { say(text: string, urgent: boolean): void };

/** Two regions that a screen reader listens to. `onReady` hands over the voice; see `announce` in data. */
export function LiveRegion({ onReady }: { onReady(speaker: Speaker): void }): ReactNode {
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  useEffect(() => {
    onReady({
      say(text, isUrgent) {
        const set = isUrgent ? setUrgent : setPolite;
        // The same words twice are said twice only if the region was empty in between.
        set('');
        setTimeout(() => set(text), 30);
      },
    });
  }, [onReady]);
  return (
    <>
      <div className="pl-hidden" role="status" aria-live="polite" data-live="polite">
        {polite}
      </div>
      <div className="pl-hidden" role="alert" aria-live="assertive" data-live="urgent">
        {urgent}
      </div>
    </>
  );
}

export function VisuallyHidden({ children }: { children: ReactNode }): ReactNode {
  return <span className="pl-hidden">{children}</span>;
}
