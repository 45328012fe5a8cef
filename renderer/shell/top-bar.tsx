import { Menu } from '@mantine/core';
import { ChevronDown, CircleHelp, Eye, EyeOff, Lock, Menu as MenuIcon, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import type { AppCommand } from '#renderer/commands/registry.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { useCommands } from './use-commands.ts';
import { PlumbMark } from './plumb-mark.tsx';
import './top-bar.css';

export type TopBarProps = {
  session: SessionState | undefined;
  narrow: boolean;
  /** Opens the rail where it is a menu. */
  places?: { open: boolean; toggle(): void } | undefined;
};

export function TopBar({ session, narrow, places }: TopBarProps): ReactNode {
  const { runById } = useCommands();
  const open = session?.state === 'open';
  return (
    <header className="pl-top">
      {places && (
        <IconButton
          label="Places"
          icon={<MenuIcon size={16} strokeWidth={1.5} aria-hidden />}
          aria-expanded={places.open}
          aria-controls="pl-places"
          onClick={places.toggle}
        />
      )}
      <span className="pl-top-brand">
        <PlumbMark />
        {!narrow && <span>Plumbline</span>}
      </span>
      {open && <ReviewName narrow={narrow} />}
      <span className="pl-grow" />
      {narrow ? (
        <IconButton
          label="Find, go to, or do"
          icon={<Search size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => runById('palette')}
        />
      ) : (
        <button type="button" className="pl-top-find" onClick={() => runById('palette')}>
          <Search size={14} strokeWidth={1.5} aria-hidden />
          <span>Find, go to, or do…</span>
          <Kbd keys="Ctrl+K" />
        </button>
      )}
      {open && session && <ViewSwitch session={session} narrow={narrow} />}
      <HelpMenu labelled={!open} />
      {open && (
        <IconButton
          label="Lock this review"
          icon={<Lock size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => runById('lock')}
        />
      )}
    </header>
  );
}

/** The review by pseudonym and reference; its menu holds what concerns the file. */
function ReviewName({ narrow }: { narrow: boolean }): ReactNode {
  const { data } = useQuery('review.get', {});
  if (!data) return <span className="pl-top-review" />;
  return (
    <CommandMenu
      ids={['person.set', 'recovery.show', 'passphrase.change', 'review.saveCopy', 'lock', 'review.close']}
      label="This review"
      target={
        <button type="button" className="pl-top-review">
          <strong>{data.subject || data.title}</strong> <span>{data.reference}</span>{' '}
          {!narrow && <span className="pl-top-partnership pl-clip">{data.partnership}</span>}
          <ChevronDown size={12} strokeWidth={1.5} aria-hidden className="pl-top-more" />
        </button>
      }
    />
  );
}

function ViewSwitch({ session, narrow }: { session: SessionState; narrow: boolean }): ReactNode {
  const { runById } = useCommands();
  const label = (words: string): ReactNode => (narrow ? <span className="pl-hidden">{words}</span> : words);
  return (
    <SegmentedControl
      label="Names"
      strong
      bar={false}
      value={session.view}
      onChange={() => runById('view.switch')}
      segments={[
        { value: 'identified', label: label('Identified'), icon: <Eye size={14} strokeWidth={1.75} aria-hidden /> },
        { value: 'anonymised', label: label('Anonymised'), icon: <EyeOff size={14} strokeWidth={1.75} aria-hidden /> },
      ]}
    />
  );
}

function HelpMenu({ labelled }: { labelled: boolean }): ReactNode {
  const icon = <CircleHelp size={16} strokeWidth={1.5} aria-hidden />;
  return (
    <CommandMenu
      ids={['help', 'shortcuts', '-', 'scheme.auto', 'scheme.light', 'scheme.dark', 'contrast', 'patterns']}
      label="Help and appearance"
      target={
        labelled ? (
          <Button look="quiet" icon={icon}>
            Help
          </Button>
        ) : (
          <IconButton label="Help and appearance" icon={icon} />
        )
      }
    />
  );
}

type CommandMenuProps = { ids: readonly string[]; label: string; target: ReactNode };

/** A menu of commands, by name; '-' is a line. What cannot be done now is there and says why. */
function CommandMenu({ ids, label, target }: CommandMenuProps): ReactNode {
  const { list, context, run } = useCommands();
  const item = (command: AppCommand): ReactNode => {
    const why = command.cannot?.(context) ?? null;
    return (
      <Menu.Item
        key={command.id}
        aria-disabled={why !== null || undefined}
        title={why ?? undefined}
        closeMenuOnClick={why === null}
        onClick={() => why === null && run(command)}
        rightSection={command.keys?.[0] && <span>{command.keys[0]}</span>}
      >
        {command.label}
      </Menu.Item>
    );
  };
  return (
    <Menu position="bottom-start" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {ids.map((id, index) => {
          if (id === '-') return <Menu.Divider key={`line ${index}`} />;
          const command = list.find((one) => one.id === id);
          return command ? item(command) : null;
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
