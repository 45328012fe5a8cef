import type { ReactNode } from 'react';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { Button } from '#renderer/ui/button.tsx';

export type MainThing = { label: string; run(): void; cannot?: string | null; pending?: boolean };

/** What a step asks for, over its one main button; Ctrl+Enter does the same from anywhere in the place. */
export function StepBody({ main, why, children }: { main: MainThing; why?: ReactNode; children: ReactNode }): ReactNode {
  const cannot = main.pending ? 'Under way' : (main.cannot ?? null);
  usePageCommands([{ id: 'publish.main', label: main.label, keys: ['Ctrl+Enter'], cannot: () => cannot, run: () => main.run() }]);
  return (
    <>
      <div className="pl-pub-body">{children}</div>
      <div className="pl-pub-end">
        <Button look="main" cannot={cannot} onClick={() => main.run()} aria-keyshortcuts="Control+Enter">
          {main.label}
        </Button>
        <span className="pl-why">{cannot ?? why}</span>
      </div>
    </>
  );
}
