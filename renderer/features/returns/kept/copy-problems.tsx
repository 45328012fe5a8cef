import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { announce } from '#renderer/data/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type ProblemLetter, problemLetter } from '../problems/problem-words.ts';

/** The problems of one return as plain text, for a message to its agency. */
export function CopyProblems({ identified, ...letter }: ProblemLetter & { identified: boolean }): ReactNode {
  const [text, setText] = useState<string | null>(null);
  async function copy(): Promise<void> {
    const words = problemLetter(letter);
    try {
      await navigator.clipboard.writeText(words);
      setText(null);
      announce('The list is on the clipboard.');
    } catch {
      // The browser keeps its clipboard to itself: the text is shown to be copied by hand.
      setText(words);
    }
  }
  return (
    <>
      <Button
        bar
        icon={<Copy size={14} aria-hidden />}
        cannot={identified ? null : 'Switch to identified first (F9): the agency needs its own words'}
        onClick={() => void copy()}
      >
        Copy the list for an e-mail
      </Button>
      {text !== null && identified && (
        <textarea
          className="pl-input pl-rt-letter"
          aria-label="The list, to be copied"
          readOnly
          rows={6}
          value={text}
          ref={(element) => element?.select()}
        />
      )}
    </>
  );
}
