import { Modal } from '@mantine/core';
import { X } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { Button, IconButton } from './button.tsx';
import './dialog.css';

export type DialogProps = {
  open: boolean;
  onClose(): void;
  /** Names the thing and the number: "Withdraw return 2 of Acute hospital, 240 entries". */
  title: string;
  /** The main button repeats the verb of the title. */
  main?: { label: string; run(): void; cannot?: string | null; pending?: boolean };
  /** What the other button says; it changes nothing. */
  leave?: string;
  width?: number;
  children: ReactNode;
};

let opened = 0;

/** For passphrase, publish, withdraw, erase and the shortcuts alone; all else is an inspector or a page. */
export function Dialog({ open, onClose, title, main, leave = 'Cancel', width = 480, children }: DialogProps): ReactNode {
  useEffect(() => {
    if (!open) return undefined;
    opened += 1;
    if (opened > 1 && import.meta.env.DEV) throw new Error('a dialog over a dialog');
    return () => {
      opened -= 1;
    };
  }, [open]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (main && !main.cannot && !main.pending) main.run();
  }
  return (
    <Modal.Root opened={open} onClose={onClose} size={width} centered className="pl-dialog">
      <Modal.Overlay backgroundOpacity={0} />
      <Modal.Content>
        {/* Not Modal.Header: a second `header` of the page would be a second banner to a screen reader. */}
        <div className="pl-dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <IconButton label="Close" bar className="pl-push" icon={<X size={14} aria-hidden />} onClick={onClose} />
        </div>
        <form onSubmit={submit}>
          <div className="pl-dialog-text">{children}</div>
          {main && (
            <div className="pl-dialog-end">
              <Button onClick={onClose}>{leave}</Button>
              <Button look="main" type="submit" cannot={main.pending ? 'Under way' : main.cannot}>
                {main.label}
              </Button>
            </div>
          )}
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
