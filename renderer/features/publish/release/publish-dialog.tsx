import { type ReactNode, useState } from 'react';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DefinitionList } from '#renderer/ui/inspector.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { kindIn } from '../kind-words.ts';
import { contentWords } from '../steps/steps.ts';
import type { Publication } from '../use-publication.ts';
import type { Format } from './use-make.ts';

export const FORMATS: readonly { value: Format; label: string }[] = [
  { value: 'docx', label: 'Word document' },
  { value: 'html', label: 'Web page' },
];

export type PublishDialogProps = { publication: Publication; onClose(): void; onMake(format: Format): void };

/** The last look: what goes out, who approved it, and in what form. */
export function PublishDialog({ publication, onClose, onMake }: PublishDialogProps): ReactNode {
  const { kind, standing, settings, preview } = publication;
  const [format, setFormat] = useState<Format>('docx');
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Publish ${kindIn(kind)}: ${contentWords(standing)}`}
      main={{
        label: `Publish ${kindIn(kind)}`,
        run: () => {
          onClose();
          onMake(format);
        },
      }}
    >
      <div className="pl-stack">
        <DefinitionList
          items={[
            ['Approved by', standing.approvedBy.join('; ')],
            ['Dated', settings.publishedOn ? dayLabel(settings.publishedOn) : 'the day it is made'],
            ['Content', <span key="hash" className="pl-mono">{`${preview.contentHash.slice(0, 16)}…`}</span>],
          ]}
        />
        <div className="pl-row">
          <span className="pl-2">As a</span>
          <SegmentedControl label="Form of the file" value={format} onChange={setFormat} segments={FORMATS} />
        </div>
        <p className="pl-2">
          The finished file is opened again and every part of it is searched. If anything is found, no file leaves. Its check
          sheet is saved beside it.
        </p>
      </div>
    </Dialog>
  );
}
