import { createHash } from 'node:crypto';
import { docLines } from '#shared/doc-blocks/text.ts';
import { assert } from '#shared/kernel/assert.ts';
import { toAppError } from '#shared/kernel/app-error.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import type { Matcher } from '#shared/redaction/matcher.ts';
import { type Composed, isComposed } from '../compose/compose.ts';
import type { Sealed } from '../seal.ts';
import { type AccessibilityRule } from './accessibility.ts';
import type { Finding } from './finding.ts';
import { allowance, NameScan } from './scan-names.ts';
import type { OwnReading } from './own-reading.ts';
import { readOwnDocx } from './own-docx.ts';
import { readOwnHtml } from './own-html.ts';

export type VerifyReport = {
  parts: { part: string; characters: number; found: number }[];
  accessibility: AccessibilityRule[];
};
declare const brand: unique symbol;
/** Bytes that were opened again and searched, and passed. Only `verify` makes one; nothing else leaves the worker. */
export type VerifiedFile = {
  readonly [brand]: 'VerifiedFile';
  readonly format: 'docx' | 'html';
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly report: VerifyReport;
};
export type VerifyResult = { file: VerifiedFile; findings: readonly [] } | { file: null; findings: Finding[] };

export type VerifyInput = {
  sealed: Sealed;
  composed: Composed;
  matcher: Matcher;
  register: readonly RegisterEntry[];
  /** Scanned too: a name on the outside leaks as well as one inside. */
  fileName: string | null;
};

/** What a reader of the bytes found: its paragraphs, and whatever is not as a file of ours is. */

/** Opens the finished bytes again and believes nothing: their parts, words, marks and outside. On any doubt no file is made. */
export function verify({ sealed, composed, matcher, register, fileName }: VerifyInput): VerifyResult {
  assert(isComposed(composed), 'only composed blocks are verified against');
  const { title } = composed.doc;
  const part = sealed.format === 'docx' ? 'word/document.xml' : 'page';
  const scan = new NameScan(matcher, allowance(register, composed.allowed));
  let reading: OwnReading;
  try {
    reading = sealed.format === 'docx' ? readOwnDocx(sealed.bytes, title, scan) : readOwnHtml(sealed.bytes, title, scan);
  } catch (error) {
    const { code } = toAppError(error);
    return {
      file: null,
      findings: [
        { part: '(the file itself)', kind: 'container', message: `The finished file could not be read again (${code}).` },
      ],
    };
  }
  if (fileName !== null) scan.text('(file name)', { kind: 'value', text: fileName, paragraph: null });
  const findings = [...scan.findings(), ...reading.findings, ...sameText(docLines(composed.doc), reading.lines, part)];
  for (const { rule, ok, about } of reading.accessibility) {
    if (!ok) findings.push({ part, kind: 'accessibility', message: `Not kept: ${about} (${rule}).` });
  }
  if (findings.length > 0) return { file: null, findings };
  const parts = [...scan.searched].map(([part, tally]) => ({ part, ...tally }));
  const file = {
    format: sealed.format,
    bytes: sealed.bytes,
    sha256: createHash('sha256').update(sealed.bytes).digest('hex'),
    report: { parts, accessibility: reading.accessibility },
  } as unknown as VerifiedFile;
  return { file: Object.freeze(file), findings: [] };
}

/** The three renderings say the same: what the bytes read as is what was composed, paragraph by paragraph. */
function sameText(wanted: readonly string[], read: readonly string[], part: string): Finding[] {
  const differs = wanted.findIndex((line, i) => line !== read[i]);
  if (differs < 0 && wanted.length === read.length) return [];
  const paragraph = differs < 0 ? wanted.length + 1 : differs + 1;
  return [
    {
      part,
      kind: 'textDiffers',
      message: `The finished file does not read as it was composed, from paragraph ${paragraph} on.`,
    },
  ];
}
