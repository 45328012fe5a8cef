import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Step, StepId } from './steps.ts';

export type StepListProps = { steps: readonly Step[]; current: StepId; onGo(step: StepId): void };

/** The six steps, each with its state in words. Any can be gone to at any time. */
export function StepList({ steps, current, onGo }: StepListProps): ReactNode {
  return (
    <ol className="pl-pub-steps" data-single-keys>
      {steps.map((step, i) => (
        <li key={step.id}>
          <button
            type="button"
            className="pl-pub-step"
            aria-current={step.id === current ? 'step' : undefined}
            data-done={step.done || undefined}
            data-step={step.id}
            onClick={() => onGo(step.id)}
          >
            <span className="pl-pub-dot" aria-hidden>
              {step.done ? <Check size={12} strokeWidth={2} /> : i + 1}
            </span>
            <span className="pl-grow">
              <span className="pl-pub-step-title">
                {step.title}
                {step.done && <span className="pl-hidden"> (done)</span>}
              </span>
              <span className="pl-pub-step-words">{step.words}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
