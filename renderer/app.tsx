import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { type Workbench, WorkbenchProvider } from '#renderer/data/workbench.tsx';
import { CommandsProvider } from '#renderer/shell/commands-provider.tsx';
import { ErrorBoundary } from '#renderer/shell/error-boundary.tsx';
import { SessionGate } from '#renderer/shell/session-gate.tsx';
import { Voices } from '#renderer/shell/voices.tsx';
import { useMedia, usePreferences } from '#renderer/ui/preferences.ts';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';

export type AppProps = {
  workbench: Workbench;
  nonce?: string;
  onMenu?: (listener: (command: string) => void) => void;
  /** Tests: no transitions, no portals. */
  env?: 'default' | 'test';
};

export function App({ workbench, nonce = '', onMenu, env = 'default' }: AppProps): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
      env={env}
    >
      <Contrast />
      <WorkbenchProvider workbench={workbench}>
        <Voices />
        <ErrorBoundary where="window">
          <CommandsProvider onMenu={onMenu}>
            <SessionGate />
          </CommandsProvider>
        </ErrorBoundary>
      </WorkbenchProvider>
    </MantineProvider>
  );
}

/** High contrast as chosen here, or as the computer asks for it. */
function Contrast(): null {
  const { contrast } = usePreferences();
  const asked = useMedia('(prefers-contrast: more)');
  useEffect(() => {
    document.documentElement.dataset['contrast'] = asked ? 'high' : contrast;
  }, [asked, contrast]);
  return null;
}
