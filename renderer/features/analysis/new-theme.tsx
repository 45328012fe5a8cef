import { type FormEvent, type ReactNode, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { Theme } from '#shared/model/analysis.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { themeTree } from './theme-tree.ts';

export type NewThemeProps = { themes: readonly Theme[]; close(): void; done(id: string): void };

/** A theme: a name, what it means here, and the theme it belongs under. */
export function NewTheme({ themes, close, done }: NewThemeProps): ReactNode {
  const add = useCommand('theme.add');
  const [name, setName] = useState('');
  const [definition, setDefinition] = useState('');
  const [parent, setParent] = useState('');
  const cannot = add.pending ? 'Under way' : name.trim() === '' ? 'Name the theme first' : null;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot) return;
    const id = newId();
    if ((await add.run({ id, parentId: parent || null, name: name.trim(), definition })).ok) done(id);
  }
  return (
    <form
      className="pl-analysis-form"
      aria-label="New theme"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <h2>New theme</h2>
      <TextField label="Name" value={name} onChange={setName} maxLength={120} autoFocus />
      <TextAreaField
        label="Definition"
        hint="What belongs to it and what does not, so that two people tag alike."
        value={definition}
        onChange={setDefinition}
        maxLength={2000}
      />
      <SelectField label="Under" value={parent} onChange={setParent} options={parentOptions(themes, new Set())} />
      <ErrorNote error={add.error} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={cannot}>
          Add the theme
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  );
}

/** Where a theme can stand: at the top, or under any that is not itself or below it. */
export function parentOptions(themes: readonly Theme[], not: ReadonlySet<string>): { value: string; label: string }[] {
  const under = themeTree(themes).filter(({ theme }) => !not.has(theme.id));
  return [
    { value: '', label: 'No other theme' },
    ...under.map(({ theme, depth }) => ({ value: theme.id, label: `${'– '.repeat(depth)}${theme.name}` })),
  ];
}
