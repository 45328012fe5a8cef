import type { WireError } from '#shared/kernel/app-error.ts';
import type { FilePurpose, PickedFile } from '#shared/rpc/host-bridge.ts';

/** What main asks of the core's process about files. Main shows dialogs; bytes are read and written over there. */
export type FileQuestion =
  | { what: 'holdPaths'; purpose: FilePurpose; paths: string[] }
  | { what: 'holdBytes'; purpose: FilePurpose; name: string; bytes: Uint8Array }
  | { what: 'holdPlace'; path: string }
  | { what: 'hasResult'; ref: string }
  | { what: 'saveResult'; ref: string; path: string };

export type FileAnswers = {
  holdPaths: PickedFile[];
  holdBytes: PickedFile;
  holdPlace: PickedFile;
  hasResult: boolean;
  saveResult: boolean;
};

/** `page` numbers one load of one window. */
export type ToCore =
  | { t: 'start'; dataFolder: string }
  | { t: 'joined'; page: number }
  | { t: 'frame'; page: number; frame: string }
  | { t: 'left'; page: number }
  | { t: 'ask'; id: number; question: FileQuestion }
  | { t: 'open'; path: string }
  | { t: 'end' };

export type FromCore =
  | { t: 'frame'; page: number; frame: string }
  | { t: 'closed'; page: number }
  | { t: 'answer'; id: number; value: unknown }
  | { t: 'refusal'; id: number; error: WireError }
  | { t: 'ended' };
