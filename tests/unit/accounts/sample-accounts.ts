import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { READ_LIMITS } from '#core/features/returns/readers/limits.ts';
import { stageReturn } from '#core/features/returns/staging/stage-return.ts';
import { SAMPLE_REGISTER } from '#resources/sample/register.ts';
import { rowsOf } from '#resources/sample/rows-of.ts';
import { sampleReturnFiles } from '#resources/sample/write-returns.ts';
import type { AccountInput } from '#shared/accounts/account.ts';
import { sortOfAgency } from '#shared/accounts/agency-sorts.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';

/** The sample's entries as the importer reads them; `fact` is the fact of the case that the entry tells, null for routine. */
export function sampleAccounts(): (AccountInput & { fact: number | null; code: string })[] {
  const matcher = createMatcher(SAMPLE_REGISTER);
  return sampleReturnFiles().flatMap((file) => {
    const staged = stageReturn(readRawReturn(file.bytes, file.name, READ_LIMITS), {
      file: file.name,
      sha256: '',
      agency: file.agency,
      anchor: { scopeFrom: '2024-03-01', scopeTo: '2025-11-09' },
    });
    const facts = rowsOf(file.code);
    return staged.events.map((event, i) => {
      const people = new Set<string>();
      const texts = [
        event.description,
        event.sourceOfInformation,
        event.response,
        event.outcome,
        event.childVoice,
        event.agencyComment,
        ...Object.values(event.other),
      ]
        .filter((text): text is string => Boolean(text))
        .map((text) => {
          const mentions = matcher.find(text);
          for (const m of mentions) if (m.status === 'sure') for (const id of m.entryIds) people.add(id);
          return { text, names: mentions };
        });
      return {
        id: `${file.code}-${String(i + 1).padStart(3, '0')}`,
        agencyId: file.code,
        sort: sortOfAgency(file.agency),
        earliest: event.date.earliest,
        latest: event.date.latest,
        time: event.date.time,
        texts,
        people: [...people],
        fact: facts[i]?.t ?? null,
        code: file.code,
      };
    });
  });
}
