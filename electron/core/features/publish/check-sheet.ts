import type { z } from 'zod';
import type { CheckSheet as Sheet } from '#shared/contract/publish.ts';
import type { DocBlocks } from '#shared/doc-blocks/blocks.ts';
import type { RegisterEntry, RegisterKind } from '#shared/model/register.ts';
import { identifiersOf } from '#shared/redaction/identifiers.ts';
import { SPELLING_CLASSES } from '#shared/redaction/spelling-classes.ts';
import type { PublishIssue } from './issues.ts';
import type { RedactionLogEntry } from './redact-text.ts';
import type { VerifiedFile } from './verify/verify.ts';

type CheckSheet = z.infer<typeof Sheet>;
/** The sheet as far as the pipeline knows it; approvals, author and activity chain come from the review. */
export type CheckSheetBody = Omit<CheckSheet, 'madeAt' | 'approvals' | 'authorIsBusinessManager' | 'chainHead'>;
export type SearchedFor = CheckSheet['searchedFor'];

/** What no search finds: a person reads the whole text for these. */
export const STILL_TO_READ: readonly string[] = [
  'Family words that point to somebody: "his grandmother", "the older sister".',
  'Names that are also ordinary words: May, Mark, Grace, Frost.',
  'Nicknames and spellings that nobody put on the register.',
  'Exact dates, ages, places, jobs, conditions and numbers of children that together point to one family.',
  'What local people, the press or a court have already made known.',
];

const KINDS: readonly RegisterKind[] = ['person', 'place', 'organisation', 'reference'];

/** Entries and ways of writing looked for, by kind; `open` are the mentions that nobody has settled. */
export function searchedFor(register: readonly RegisterEntry[], open: readonly PublishIssue[]): SearchedFor {
  const { patterns } = identifiersOf(register);
  return KINDS.map((kind) => {
    const isOf = (n: number): boolean => register[n]?.kind === kind;
    const entries = register.filter((entry) => entry.kind === kind);
    const ids = new Set(entries.map((entry) => entry.id));
    const found = open.filter((issue) => issue.entryIds.some((id) => ids.has(id))).length;
    const written = patterns.filter((p) => [...p.roles.keys()].some(isOf) || p.uses.some((use) => isOf(use.entry))).length;
    // A birthday is read as a date, in every form that dates have.
    const births = entries.filter((entry) => entry.dateOfBirth !== undefined).length;
    return { kind, entries: entries.length, spellings: written + births, found };
  });
}

export type CheckSheetInput = {
  kind: CheckSheet['kind'];
  file: VerifiedFile;
  doc: DocBlocks;
  modelHash: string;
  register: readonly RegisterEntry[];
  warnings: readonly PublishIssue[];
  log: readonly RedactionLogEntry[];
};

/** What was looked for, where, what was found and what remains for a person: kept beside the file. */
export function checkSheet({ kind, file, doc, modelHash, register, warnings, log }: CheckSheetInput): CheckSheetBody {
  return {
    kind,
    format: file.format,
    title: doc.title,
    contentHash: modelHash,
    sha256: file.sha256,
    searchedFor: searchedFor(register, []),
    parts: file.report.parts,
    spellingClasses: SPELLING_CLASSES.map(({ name, description }) => ({ name, about: description })),
    stillToRead: [...STILL_TO_READ],
    accessibility: file.report.accessibility,
    warnings: warnings.map(({ code, message, where }) => ({ code, message, label: where.label })),
    // Over-redaction is shown too: each removal with its reason, and what was kept and why.
    removed: removals(log),
  };
}

/** One line for each settlement by hand, one for all that a rule did: a long chronology would otherwise fill the sheet. */
function removals(log: readonly RedactionLogEntry[]): CheckSheetBody['removed'] {
  const out: CheckSheetBody['removed'] = [];
  const rules = new Map<string, { line: CheckSheetBody['removed'][number]; places: number }>();
  for (const { where, action, reason, person, at, byRule } of log) {
    if (at === null) continue;
    const line = { label: where.label, action, reason, person, at };
    const key = JSON.stringify([action, reason, person, at]);
    const known = byRule ? rules.get(key) : undefined;
    if (known) {
      known.places += 1;
      known.line.label = `By rule, in ${known.places} places`;
      continue;
    }
    if (byRule) {
      line.label = 'By rule, in one place';
      rules.set(key, { line, places: 1 });
    }
    out.push(line);
  }
  return out;
}
