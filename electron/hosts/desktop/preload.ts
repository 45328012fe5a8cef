import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { DESKTOP_BRIDGE, type BridgeAnswer, type DesktopBridge } from '#shared/rpc/host-bridge.ts';
import { CHANNELS } from './channels.ts';

let frame: (frame: string) => void = () => undefined;
let closed: () => void = () => undefined;
let menu: (command: string) => void = () => undefined;
ipcRenderer.on(CHANNELS.frame, (_event, text: string) => frame(text));
ipcRenderer.on(CHANNELS.closed, () => closed());
ipcRenderer.on(CHANNELS.menu, (_event, command: string) => menu(command));
ipcRenderer.send(CHANNELS.join);

const ask = async <T>(channel: string, ...args: unknown[]): Promise<BridgeAnswer<T>> =>
  (await ipcRenderer.invoke(channel, ...args)) as BridgeAnswer<T>;

/** A dropped file's path stays on this side; what has none (a mail's attachment) goes as bytes. */
async function drop(given: unknown): Promise<{ name: string; path: string; bytes: Uint8Array | null }> {
  const nothing = { name: '', path: '', bytes: null };
  if (!(given instanceof Blob)) return nothing;
  const file = given as File;
  const path = webUtils.getPathForFile(file);
  return path === ''
    ? { name: file.name, path, bytes: new Uint8Array(await file.arrayBuffer()) }
    : { ...nothing, name: file.name, path };
}

contextBridge.exposeInMainWorld(DESKTOP_BRIDGE, {
  kind: 'desktop',
  send: (text) => ipcRenderer.send(CHANNELS.frame, text),
  onFrame: (listener) => {
    frame = listener;
  },
  onClose: (listener) => {
    closed = listener;
  },
  onMenu: (listener) => {
    menu = listener;
  },
  pickFile: (what) => ask(CHANNELS.pickFile, what),
  pickPlace: (what) => ask(CHANNELS.pickPlace, what),
  dropFile: async (file, purpose) => ask(CHANNELS.dropFile, await drop(file), purpose),
  saveResult: (what) => ask(CHANNELS.saveResult, what),
} satisfies DesktopBridge);
