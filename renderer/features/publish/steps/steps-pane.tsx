import type { ReactNode } from 'react';
import { CheckPanel } from '../check/check-panel.tsx';
import type { Numbered } from '../check/numbered.ts';
import { ApprovePanel } from '../release/approve-panel.tsx';
import { MakePanel } from '../release/make-panel.tsx';
import type { Making } from '../release/use-make.ts';
import type { Publication } from '../use-publication.ts';
import { NamesPanel } from './names-panel.tsx';
import { ReasonPanel } from './reason-panel.tsx';
import { StepList } from './step-list.tsx';
import type { StepId } from './steps.ts';
import { WhatPanel } from './what-panel.tsx';

export type StepsPaneProps = {
  publication: Publication;
  step: StepId;
  active: number | null;
  making: Making;
  onGo(step: StepId): void;
  onShow(n: number): void;
  onEdit(one: Numbered): void;
  onAskPublish(): void;
  onCheckFile(): void;
};

/** The steps, and under them what the current one asks for. */
export function StepsPane(props: StepsPaneProps): ReactNode {
  const { publication, step, active, making, onGo, onShow, onEdit, onAskPublish, onCheckFile } = props;
  return (
    <div className="pl-pub-left">
      <div className="pl-pub-head">
        <h1 tabIndex={-1} data-quiet-focus data-single-keys>
          Actions only
        </h1>
        <span className="pl-page-about">Word document</span>
      </div>
      <StepList steps={publication.steps} current={step} onGo={onGo} />
      {panel()}
    </div>
  );

  function panel(): ReactNode {
    switch (step) {
      case 'what':
        return <WhatPanel publication={publication} onNext={() => onGo('reason')} />;
      case 'reason':
        return <ReasonPanel publication={publication} onNext={() => onGo('names')} />;
      case 'names':
        return <NamesPanel publication={publication} onNext={() => onGo('check')} />;
      case 'check':
        return (
          <CheckPanel publication={publication} active={active} onShow={onShow} onEdit={onEdit} onNext={() => onGo('approve')} />
        );
      case 'approve':
        return <ApprovePanel publication={publication} onNext={() => onGo('make')} />;
      default:
        return <MakePanel publication={publication} making={making} onAsk={onAskPublish} onCheckFile={onCheckFile} />;
    }
  }
}
