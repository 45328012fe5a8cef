import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import '#renderer/ui/mantine.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { BUILD } from '#shared/rpc/build-id.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { App } from './app.tsx';
import { rememberedView } from '#renderer/data/remembered-view.ts';
import { createWorkbench } from '#renderer/data/workbench.tsx';
import { connectHost } from '#renderer/host/connect.ts';

// Style elements that libraries write as they run need the host's nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
if (nonce) setNonce(nonce);

const { bridge, onMenu } = connectHost();
const client = createRpcClient(() => bridge.connect(), {
  build: BUILD,
  checkOutputs: import.meta.env.DEV,
  ...(bridge.secret === undefined ? {} : { secret: bridge.secret }),
  // The desktop's one connection lasts as long as its window.
  ...(bridge.kind === 'desktop' ? { retryMs: [] } : {}),
});
const root = document.getElementById('root');
// Before anything is asked: no answer may come identified to a window that was anonymised.
if (rememberedView() === 'anonymised') await client.call('session.setView', { view: 'anonymised' }).catch(() => undefined);
if (root) createRoot(root).render(<App workbench={createWorkbench(client, bridge)} nonce={nonce} onMenu={onMenu} />);
