import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';

export function PublishPage(): ReactNode {
  return <Page title="Publish">{null}</Page>;
}
