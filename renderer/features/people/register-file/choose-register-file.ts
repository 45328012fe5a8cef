/** The browser's own chooser: a register is read in the page, so its bytes and no path are needed. null: changed their mind. */
export function chooseRegisterFile(page: Document): Promise<File | null> {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = '.json';
  input.hidden = true;
  page.body.append(input);
  return new Promise((resolve) => {
    const done = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => done(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => done(null), { once: true });
    input.click();
  });
}
