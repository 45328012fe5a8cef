import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';

export function ActionsPage(): ReactNode {
  return <Page title="Actions">{null}</Page>;
}
