import { FilePicked } from '#shared/contract/session.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { ERRORS, type ErrorCode } from '#shared/kernel/error-table.ts';
import {
  type DroppedFile,
  type FilePurpose,
  type HostBridge,
  PAGE_HEADER,
  PAGE_META,
  type PickedFile,
  WIRE_PATH,
} from '#shared/rpc/host-bridge.ts';
import { type Transport, transportEnd } from '#shared/rpc/transport.ts';
import { chooseFiles, offerDownload } from './browser-files.ts';

const Picked = FilePicked.extend({ kept: FilePicked.shape.name.optional() });

/** The browser's bridge: one WebSocket, and files by fetch with the page's secret (shared/rpc/host-bridge.ts). */
export function browserBridge(page: Document, place: Location): HostBridge {
  const secret = page.querySelector(`meta[name="${PAGE_META}"]`)?.getAttribute('content') ?? '';
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(path, { ...init, headers: { [PAGE_HEADER]: secret } }).catch(() => null);
    if (answer === null) throw new AppError('closed');
    if (!answer.ok) throw await errorOf(answer);
    return answer;
  };
  const send = async (file: File, purpose: FilePurpose): Promise<PickedFile> => {
    const query = new URLSearchParams({ purpose, name: file.name });
    return picked(await ask(`/files?${query}`, { method: 'POST', body: file }));
  };
  return {
    kind: 'browser',
    secret,
    connect: () => openSocket(`${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}${WIRE_PATH}`),
    async pickFile(what) {
      const out: PickedFile[] = [];
      for (const file of await chooseFiles(page, what)) out.push(await send(file, what.purpose));
      return out;
    },
    async pickPlace({ suggestedName }) {
      return picked(await ask(`/places?${new URLSearchParams({ name: suggestedName })}`, { method: 'POST' }));
    },
    async dropFile(file: DroppedFile, purpose) {
      if (!(file instanceof File)) throw new AppError('fileMissing');
      return send(file, purpose);
    },
    async saveResult({ ref, name }) {
      const answer = await ask(`/files/${encodeURIComponent(ref)}`, { method: 'GET' });
      offerDownload(page, await answer.blob(), name);
      return true;
    },
  };
}

function openSocket(url: string): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const end = transportEnd({ send: (frame) => socket.send(frame), close: () => socket.close() });
    socket.addEventListener('message', (message) => {
      if (typeof message.data === 'string') end.arrived(message.data);
    });
    socket.addEventListener('open', () => resolve(end.transport), { once: true });
    socket.addEventListener('close', () => {
      end.ended();
      reject(new AppError('closed'));
    });
  });
}

async function picked(answer: Response): Promise<PickedFile> {
  const read = Picked.safeParse(await answer.json().catch(() => null));
  if (!read.success) throw new AppError('badOutput');
  const { kept, ...file } = read.data;
  return kept === undefined ? file : { ...file, kept };
}

async function errorOf(answer: Response): Promise<AppError> {
  const body: unknown = await answer.json().catch(() => null);
  const error = body !== null && typeof body === 'object' && 'error' in body ? body.error : null;
  if (error === null || typeof error !== 'object' || !('code' in error)) return new AppError('internal');
  const { code } = error;
  if (typeof code !== 'string' || !Object.hasOwn(ERRORS, code)) return new AppError('internal');
  const message = 'message' in error && typeof error.message === 'string' ? error.message : undefined;
  return new AppError(code as ErrorCode, {}, message);
}
