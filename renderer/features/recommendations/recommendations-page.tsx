import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';

export function RecommendationsPage(): ReactNode {
  return <Page title="Recommendations">{null}</Page>;
}
