import { Autocomplete } from '@mantine/core';
import { FileText, Sheet } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { announce } from '#renderer/data/announce.ts';
import { useFiles } from '#renderer/data/files.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import '../problems/points-for-agency.css';

/** The form that goes out to an agency: whose, from when, by when; in Word or in Excel. */
export function MakeForm({ onClose }: { onClose(): void }): ReactNode {
  const agencies = useAgencies();
  const may = useMay();
  const files = useFiles();
  const template = useJob('returns.template', { said: '' });
  const [agency, setAgency] = useState('');
  const [backgroundFrom, setBackgroundFrom] = useState<string | null>(null);
  const [returnBy, setReturnBy] = useState<string | null>(null);
  const named = agency.trim().replace(/\s+/g, ' ');
  const cannot = template.pending ? 'Under way' : may('returns.template');

  async function make(format: 'docx' | 'xlsx'): Promise<void> {
    const outcome = await template.run({ format, agency: named === '' ? null : named, backgroundFrom, returnBy });
    if (!outcome.ok) return;
    const { file, name } = outcome.output;
    if (await files.save(file, name).catch(() => false)) announce('The form is saved.');
  }
  return (
    <Inspector title="A form for an agency" end={<Button onClick={onClose}>Close the form</Button>}>
      <Section title="Whose, and by when">
        <p className="pl-2 pl-rt-before">
          What is asked, how to write dates and periods without contact, and the table to fill in. It carries the review’s
          reference and period, and no name of the family. Filled in, it goes back in without a question.
        </p>
        <div className="pl-rt-form">
          <Autocomplete
            label="Agency"
            description="Left empty, the agency writes its name itself"
            value={agency}
            onChange={setAgency}
            data={[...new Set([...agencies.values()].map(({ name }) => name))]}
            comboboxProps={{ withinPortal: true, shadow: 'md' }}
          />
          <DayField
            label="Background from"
            day={backgroundFrom}
            onChange={setBackgroundFrom}
            read={(text) => readDay(text, 'earliest')}
            hint="May be left empty"
          />
          <DayField
            label="Return by"
            day={returnBy}
            onChange={setReturnBy}
            read={(text) => readDay(text, 'latest')}
            hint="May be left empty"
          />
        </div>
      </Section>
      <Section title="The form">
        <div className="pl-rt-buttons">
          <Button icon={<FileText size={14} aria-hidden />} cannot={cannot} onClick={() => void make('docx')}>
            Save the form as Word…
          </Button>
          <Button icon={<Sheet size={14} aria-hidden />} cannot={cannot} onClick={() => void make('xlsx')}>
            Save the form as Excel…
          </Button>
        </div>
        <ErrorNote error={template.error} />
      </Section>
    </Inspector>
  );
}
