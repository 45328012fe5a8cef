import { type ReactNode, useEffect } from 'react';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { ImportPage } from './import/import-page.tsx';
import { ListPage } from './list/list-page.tsx';
import './actions-page.css';

/** The actions as a list, or, with `import`, the way in for actions that stand in a paper. */
export function ActionsPage(): ReactNode {
  const { params } = useRoute();
  const importing = params['import'] === '1';
  useEffect(() => {
    // A link to an action wins over a way in that was left open.
    if (importing && params['action']) replaceParams({ import: undefined });
  }, [importing, params]);
  return importing ? <ImportPage /> : <ListPage />;
}
