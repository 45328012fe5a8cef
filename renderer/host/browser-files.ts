import type { FilePurpose, PickFile } from '#shared/rpc/host-bridge.ts';

const ACCEPT: Record<FilePurpose, string> = {
  return: '.docx,.csv,.tsv,.txt,.xlsx',
  review: '.review',
  actions: '.docx,.xlsx,.csv,.tsv,.txt',
  word: '.docx',
  mapping: '.json',
  register: '.json,.csv',
};

/** The browser's own file chooser. An empty list: the person changed their mind. */
export function chooseFiles(page: Document, { purpose, multiple }: PickFile): Promise<File[]> {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = ACCEPT[purpose];
  input.multiple = multiple ?? false;
  input.hidden = true;
  page.body.append(input);
  return new Promise((resolve) => {
    const done = (files: File[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => done([]), { once: true });
    input.click();
  });
}

/** Lets the browser save bytes that the page holds, under a name. */
export function offerDownload(page: Document, bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = page.createElement('a');
  link.href = url;
  link.download = name;
  page.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click returns; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
