import type { FilePicked } from '../contract/session.ts';
import type { WireError } from '../kernel/app-error.ts';
import type { Transport } from './transport.ts';

/** Why a file is asked for; it decides the filter of the dialog and what the host does with the bytes. */
export const FILE_PURPOSES = ['return', 'review', 'actions', 'word', 'mapping', 'register'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

export type PickFile = { purpose: FilePurpose; multiple?: boolean };
export type PickPlace = { suggestedName: string };
export type SaveResult = { ref: string; name: string };

/** `kept`: the host took a copy, and this is where it lies, in words for the person (browser, purpose `review`). */
export type PickedFile = FilePicked & { kept?: string };

/** As much of the DOM's File as the two sides must agree about. */
export type DroppedFile = { readonly name: string; readonly size: number };

/**
 * What a host offers the page. `renderer/host/connect.ts` picks `desktop.ts` where `window.plumbline` exists,
 * else `browser.ts`. The page never sees a path: a file is a ref, a name and a size.
 *
 * The browser's protocol (served by electron/hosts/loopback, same origin, the cookie goes along by itself):
 * - The page's secret stands in `<meta name="plumbline-page" content="…">`; the style nonce in
 *   `<meta property="csp-nonce" nonce="…">` (Vite's own; read its `nonce` property).
 * - Wire: WebSocket `/wire`, one text message a frame. The client's `hello` carries `secret` (createRpcClient does it).
 * - `POST /files?purpose=return&name=NAME` with the raw bytes as body and header `x-plumbline-page: SECRET`
 *   → 201 and a PickedFile as JSON; 413 over 200 MB.
 * - `POST /places?name=NAME` with the same header → 201 and a PickedFile (size 0): a place for a new review.
 * - `GET /files/REF` with the same header → the bytes, once, within five minutes; the page makes a blob of them
 *   and lets the browser save it under the name it has. Not a plain link: it could not carry the header.
 * - Errors: status 4xx and `{"error":{"code","message","details"}}` as on the wire.
 */
export type HostBridge = {
  kind: 'desktop' | 'browser';
  /** Browser: the page's secret, to be handed to createRpcClient. */
  secret?: string;
  /** A fresh connection. The desktop has one for the life of the page; the browser may ask again after a loss. */
  connect(): Promise<Transport>;
  pickFile(what: PickFile): Promise<PickedFile[]>;
  /** null: the person changed their mind. */
  pickPlace(what: PickPlace): Promise<PickedFile | null>;
  dropFile(file: DroppedFile, purpose: FilePurpose): Promise<PickedFile>;
  /** false: the person changed their mind; the file stays with the host until its five minutes are over. */
  saveResult(what: SaveResult): Promise<boolean>;
};

/**
 * The one object that the preload shows to the page, as `window.plumbline`. No channel names, no paths.
 * Listeners hold for the life of the page, so nothing has to be handed back across the worlds.
 * `menu` brings the native menu's choices: names of renderer commands, nothing else.
 */
export type DesktopBridge = {
  kind: 'desktop';
  send(frame: string): void;
  onFrame(listener: (frame: string) => void): void;
  onClose(listener: () => void): void;
  onMenu(listener: (command: string) => void): void;
  pickFile(what: PickFile): Promise<BridgeAnswer<PickedFile[]>>;
  pickPlace(what: PickPlace): Promise<BridgeAnswer<PickedFile | null>>;
  dropFile(file: DroppedFile, purpose: FilePurpose): Promise<BridgeAnswer<PickedFile>>;
  saveResult(what: SaveResult): Promise<BridgeAnswer<boolean>>;
};

/** Errors are data here: between the two worlds of a window a thrown error keeps its message alone. */
export type BridgeAnswer<T> = { ok: T } | { error: WireError };

/** Name of the preload's object on `window`. */
export const DESKTOP_BRIDGE = 'plumbline';
/** Header that file requests carry, and the name of the meta element that holds its value. */
export const PAGE_HEADER = 'x-plumbline-page';
export const PAGE_META = 'plumbline-page';
export const WIRE_PATH = '/wire';
/** Stands in the built page wherever the nonce of an answer belongs; the hosts put it there. */
export const NONCE_PLACE = 'NONCE-OF-THIS-ANSWER';
