import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMatcher } from '#shared/redaction/matcher.ts';
import { plainIdentifiers, register, textsToSearch } from '../inputs/register.ts';
import { type Measure, time, type Variant } from '../measure.ts';
import { onPath, runProgram } from '../programs.ts';

const MB = 40;

function matching(identifiers: number, least: number): Measure {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const alternation = (): string =>
    plainIdentifiers(register(identifiers))
      .toSorted((a, b) => b.length - a.length)
      .map(escape)
      .join('|');
  const counting = (name: string, role: Variant['role'], make: () => (text: string) => number): Variant => ({
    name,
    role,
    prepare: () => {
      const count = make();
      const texts = textsToSearch(MB * 1e6);
      let found = 0;
      return {
        run: () => {
          found = 0;
          for (const text of texts) found += count(text);
        },
        finish: () => ({ 'found (number)': found }),
      };
    },
  });
  const byRegex =
    (regex: RegExp) =>
    (text: string): number => {
      let found = 0;
      regex.lastIndex = 0;
      while (regex.exec(text)) found += 1;
      return found;
    };
  return {
    id: `matching-${identifiers}`,
    work: `Find ${identifiers.toLocaleString('en-GB')} identifiers in ${MB} MB of entries`,
    needs: [],
    size: { amount: MB, unit: 'MB' },
    goals: [{ text: `≥ ${least} MB/s`, value: (r) => MB / ((time('ours')(r) ?? Infinity) / 1_000), least }],
    variants: [
      counting('ours', 'ours', () => {
        const matcher = createMatcher(register(identifiers));
        return (text) => matcher.find(text).length;
      }),
      counting('one regex /gi', 'floor', () => byRegex(new RegExp(alternation(), 'gi'))),
      counting('regex, whole words', 'peer', () =>
        byRegex(new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternation()})(?![\\p{L}\\p{N}])`, 'giu')),
      ),
      {
        name: 'ripgrep -F',
        role: 'peer',
        present: () => onPath('rg'),
        prepare: (folder) => {
          const words = join(folder, 'identifiers.txt');
          const texts = join(folder, 'entries.txt');
          writeFileSync(words, `${plainIdentifiers(register(identifiers)).join('\n')}\n`);
          writeFileSync(texts, textsToSearch(MB * 1e6).join('\n'));
          return { run: () => runProgram('rg', ['-F', '-i', '-o', '-w', '-c', '-f', words, texts]) };
        },
      },
    ],
  };
}

export const matchingMeasures: readonly Measure[] = [matching(500, 60), matching(5_000, 50)];
