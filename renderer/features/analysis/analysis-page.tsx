import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';

export function AnalysisPage(): ReactNode {
  return <Page title="Analysis">{null}</Page>;
}
