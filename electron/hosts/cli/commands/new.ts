import { resolve } from 'node:path';
import { createReviewFile } from '#core/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { CliCommand } from '../command.ts';
import { aboutFile } from '../context-files.ts';
import { isDay } from '../days.ts';
import { readPassphrase } from '../passphrase.ts';
import { show } from '../print.ts';

const PROFILES = ['lcspr', 'localLearning', 'rapidReview'] as const;
type Profile = (typeof PROFILES)[number];

export const newReview: CliCommand = {
  usage:
    'new FILE --title T --profile lcspr|localLearning|rapidReview [--scope FROM..TO] [--reference R] [--partnership P] [--subject "Child S"] [--author "NAME, POST"]',
  about: 'creates an encrypted review',
  shape: { places: ['FILE'], options: ['title', 'profile', 'scope', 'reference', 'partnership', 'subject', 'author'] },
  run: async (args) => {
    const title = args.option('title');
    const profile = args.option('profile');
    if (!title?.trim()) throw new AppError('wrongUsage', { why: '--title is missing.' });
    if (!isProfile(profile)) throw new AppError('wrongUsage', { why: `--profile is one of ${PROFILES.join(', ')}.` });
    const [scopeFrom, scopeTo] = scopeOf(args.option('scope'));
    const author = (args.option('author') ?? '').split(',');
    const seed = {
      title,
      reference: args.option('reference') ?? '',
      profile,
      partnership: args.option('partnership') ?? '',
      subject: args.option('subject') ?? '',
      scopeFrom,
      scopeTo,
      authorName: author[0]!.trim(),
      authorPost: author.slice(1).join(',').trim(),
    };
    const session = {
      name: process.env['PLUMBLINE_PERSON'] ?? 'Command line',
      post: '',
      role: 'reviewer',
      view: 'identified',
    } as const;
    const passphrase = await readPassphrase(args);
    const { reviewId } = await aboutFile(args.place(0), () =>
      createReviewFile(resolve(args.place(0)), passphrase, seed, session, new Date().toISOString()),
    );
    await show(
      args,
      { reviewId, profile },
      () => `Created. Print its recovery sheet in the window (plumbline serve ${args.place(0)}) and keep it apart.`,
    );
    return 0;
  },
};

const isProfile = (text: string | undefined): text is Profile => PROFILES.some((profile) => profile === text);

/** FROM..TO, either side open. */
function scopeOf(text: string | undefined): [string | null, string | null] {
  if (text === undefined) return [null, null];
  const m = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/.exec(text);
  if (!m) throw new AppError('wrongUsage', { why: '--scope is written FROM..TO with days as 2025-03-01.' });
  const [from, to] = [m[1] ?? null, m[2] ?? null];
  for (const day of [from, to]) {
    if (day !== null && !isDay(day)) throw new AppError('wrongUsage', { why: `${day} is no day of the calendar.` });
  }
  if (from && to && from > to) throw new AppError('wrongUsage', { why: 'The period in --scope ends before it begins.' });
  return [from, to];
}
