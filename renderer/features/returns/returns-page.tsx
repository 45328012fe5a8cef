import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';

export function ReturnsPage(): ReactNode {
  return <Page title="Returns">{null}</Page>;
}
