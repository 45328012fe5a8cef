import { BrowserWindow, dialog, ipcMain, type FileFilter, type IpcMainInvokeEvent } from 'electron';
import { basename, dirname, join } from 'node:path';
import { AppError, toAppError } from '#shared/kernel/app-error.ts';
import type { BridgeAnswer, FilePurpose, PickedFile } from '#shared/rpc/host-bridge.ts';
import { reviewsFolder } from '../common/data-folder.ts';
import { freeReviewPath, safeFileName } from '../common/safe-name.ts';
import { DroppedInput, FilePurposeInput, PickFileInput, PickPlaceInput, SaveResultInput } from './bridge-input.ts';
import { CHANNELS } from './channels.ts';
import type { CoreChild } from './core-child.ts';

const FILTERS: Record<FilePurpose, FileFilter> = {
  return: { name: 'Returns (Word, Excel, CSV)', extensions: ['docx', 'xlsx', 'csv', 'tsv', 'txt'] },
  review: { name: 'Reviews', extensions: ['review'] },
  actions: { name: 'Word, Excel, CSV or text', extensions: ['docx', 'xlsx', 'csv', 'txt'] },
  word: { name: 'Word documents', extensions: ['docx'] },
  mapping: { name: 'Column mappings', extensions: ['json'] },
  register: { name: 'Registers', extensions: ['json', 'csv'] },
};

export type DialogParts = { core(): CoreChild; dataFolder: string; trusted(event: IpcMainInvokeEvent): boolean };

/** The page asks for files; the person answers in the system's own dialogs; the page hears refs. */
export function serveFileDialogs({ core, dataFolder, trusted }: DialogParts): void {
  /** Where the person last was, for as long as the program runs. */
  let folder: string | undefined;

  function serve<T>(channel: string, act: (event: IpcMainInvokeEvent, args: unknown[]) => Promise<T>): void {
    ipcMain.handle(channel, async (event, ...args): Promise<BridgeAnswer<T>> => {
      try {
        if (!trusted(event)) throw new AppError('locked');
        return { ok: await act(event, args) };
      } catch (thrown) {
        const error = isZodError(thrown) ? new AppError('badInput', { where: 'the request for a file' }) : toAppError(thrown);
        return { error: error.toWire() };
      }
    });
  }
  const windowOf = (event: IpcMainInvokeEvent): BrowserWindow => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!window) throw new AppError('closed');
    return window;
  };

  serve<PickedFile[]>(CHANNELS.pickFile, async (event, [input]) => {
    const { purpose, multiple } = PickFileInput.parse(input);
    const chosen = await dialog.showOpenDialog(windowOf(event), {
      ...(folder === undefined ? {} : { defaultPath: folder }),
      filters: [FILTERS[purpose], { name: 'All files', extensions: ['*'] }],
      properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    });
    const [first] = chosen.filePaths;
    if (chosen.canceled || first === undefined) return [];
    folder = dirname(first);
    return await core().ask({ what: 'holdPaths', purpose, paths: chosen.filePaths });
  });

  serve<PickedFile | null>(CHANNELS.pickPlace, async (event, [input]) => {
    const { suggestedName } = PickPlaceInput.parse(input);
    const chosen = await dialog.showSaveDialog(windowOf(event), {
      defaultPath: freeReviewPath(folder ?? reviewsFolder(dataFolder), suggestedName),
      filters: [FILTERS.review],
    });
    if (chosen.canceled || chosen.filePath === '') return null;
    folder = dirname(chosen.filePath);
    return await core().ask({ what: 'holdPlace', path: chosen.filePath });
  });

  serve<PickedFile>(CHANNELS.dropFile, async (_event, [input, what]) => {
    const { name, path, bytes } = DroppedInput.parse(input);
    const purpose = FilePurposeInput.parse(what);
    if (bytes) return await core().ask({ what: 'holdBytes', purpose, name, bytes });
    const [held] = path === '' ? [] : await core().ask({ what: 'holdPaths', purpose, paths: [path] });
    if (!held) throw new AppError('fileMissing');
    return held;
  });

  serve<boolean>(CHANNELS.saveResult, async (event, [input]) => {
    const { ref, name } = SaveResultInput.parse(input);
    if (!(await core().ask({ what: 'hasResult', ref }))) throw new AppError('fileMissing');
    const safe = safeFileName(basename(name), 'Plumbline');
    const chosen = await dialog.showSaveDialog(windowOf(event), {
      defaultPath: folder === undefined ? safe : join(folder, safe),
    });
    if (chosen.canceled || chosen.filePath === '') return false;
    folder = dirname(chosen.filePath);
    return await core().ask({ what: 'saveResult', ref, path: chosen.filePath });
  });
}

function isZodError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'ZodError';
}
