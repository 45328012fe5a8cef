import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Arguments } from './arguments.ts';

/** --passphrase-file, else PLUMBLINE_PASSPHRASE, else asked on a terminal. Never an argument. */
export async function readPassphrase(args: Arguments): Promise<string> {
  const file = args.option('passphrase-file');
  if (file !== undefined) {
    try {
      return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    } catch {
      throw new AppError('fileMissing', { file: 'with the passphrase' });
    }
  }
  const fromEnvironment = process.env['PLUMBLINE_PASSPHRASE'];
  if (fromEnvironment) return fromEnvironment;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new AppError('passphraseNeeded');
  return askOnTerminal();
}

function askOnTerminal(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write('Passphrase: ');
  return new Promise((resolve) => {
    lines.question('', (typed) => {
      lines.close();
      process.stderr.write('\n');
      resolve(typed);
    });
  });
}
