import { Copy, FileText, Sheet } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Severity } from '#shared/model/agency-return.ts';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import { announce } from '#renderer/data/announce.ts';
import { useFiles } from '#renderer/data/files.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import './points-for-agency.css';

const KINDS: readonly { severity: Severity; label: string; of(one: AgencyReturn): number }[] = [
  { severity: 'error', label: 'Not taken whole', of: (one) => one.errors },
  { severity: 'warning', label: 'To look at', of: (one) => one.warnings },
  { severity: 'notice', label: 'For information', of: (one) => one.notices },
];

/** What this return leaves open, for the agency that sent it: as Word, as Excel, or as text for an e-mail. */
export function PointsForAgency({ one }: { one: AgencyReturn }): ReactNode {
  const may = useMay();
  const files = useFiles();
  const paper = useJob('returns.problemPaper', { said: '' });
  const [chosen, setChosen] = useState<ReadonlySet<Severity>>(new Set(['error', 'warning']));
  const [byHand, setByHand] = useState<string | null>(null);
  const there = KINDS.filter((kind) => kind.of(one) > 0);
  const asked = there.filter(({ severity }) => chosen.has(severity));
  const cannot = paper.pending
    ? 'Under way'
    : (may('returns.problemPaper') ?? (asked.length === 0 ? 'Choose first which kinds go on the list' : null));

  async function make(format: 'docx' | 'xlsx' | 'text'): Promise<void> {
    setByHand(null);
    const outcome = await paper.run({ id: one.id, format, severities: asked.map(({ severity }) => severity) });
    if (!outcome.ok) return;
    const { file, name, text, points } = outcome.output;
    if (text !== null) await copy(text, points);
    else if (file !== null && name !== null && (await files.save(file, name).catch(() => false)))
      announce(`The list is saved, with ${counted(points, 'point')}.`);
  }
  async function copy(text: string, points: number): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      announce(`The list is on the clipboard, with ${counted(points, 'point')}.`);
    } catch {
      // The browser keeps its clipboard to itself: the text is shown to be copied by hand.
      setByHand(text);
    }
  }
  return (
    <Section title="Points for the agency">
      {there.length === 0 ? (
        <p className="pl-2">Nothing was found to ask about.</p>
      ) : (
        <>
          <p className="pl-2 pl-rt-before">
            Row by row, what was written and what is needed. Of this return alone: nothing of another agency stands in it.
          </p>
          <fieldset className="pl-rt-kinds">
            <legend className="pl-hidden">Kinds that go on the list</legend>
            {there.map(({ severity, label, of }) => (
              <label key={severity}>
                <input
                  type="checkbox"
                  checked={chosen.has(severity)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.currentTarget.checked) next.add(severity);
                    else next.delete(severity);
                    setChosen(next);
                  }}
                />
                {label} <span className="pl-dim">{count(of(one))}</span>
              </label>
            ))}
          </fieldset>
          <div className="pl-rt-buttons">
            <Button icon={<Copy size={14} aria-hidden />} cannot={cannot} onClick={() => void make('text')}>
              Copy the list for an e-mail
            </Button>
            <Button icon={<FileText size={14} aria-hidden />} cannot={cannot} onClick={() => void make('docx')}>
              Save the list as Word…
            </Button>
            <Button icon={<Sheet size={14} aria-hidden />} cannot={cannot} onClick={() => void make('xlsx')}>
              Save the list as Excel…
            </Button>
          </div>
          <ErrorNote error={paper.error} />
          {byHand !== null && (
            <textarea
              className="pl-input pl-rt-letter"
              aria-label="The list, to be copied"
              readOnly
              rows={6}
              value={byHand}
              ref={(element) => element?.select()}
            />
          )}
        </>
      )}
    </Section>
  );
}
