import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';

export function ChronologyPage(): ReactNode {
  return <Page title="Chronology">{null}</Page>;
}
