import type { ReactNode } from 'react';
import { KINDS, PublicationKind } from '#shared/model/publication-kinds.ts';
import { SelectField } from '#renderer/ui/field.tsx';
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
import { SummaryPanel } from './summary-panel.tsx';
import { WhatPanel } from './what-panel.tsx';

export type StepsPaneProps = {
  publication: Publication;
  step: StepId;
  active: number | null;
  making: Making;
  onGo(step: StepId): void;
  onKind(kind: PublicationKind): void;
  onShow(n: number): void;
  onEdit(one: Numbered): void;
  onAskPublish(): void;
  onCheckFile(): void;
};

const KIND_OPTIONS = PublicationKind.options.map((value) => ({ value, label: KINDS[value].label }));

/** The steps, and under them what the current one asks for. */
export function StepsPane(props: StepsPaneProps): ReactNode {
  const { publication, step, active, making, onGo, onKind, onShow, onEdit, onAskPublish, onCheckFile } = props;
  return (
    <div className="pl-pub-left">
      <div className="pl-pub-head">
        <h1 className="pl-hidden" tabIndex={-1} data-quiet-focus data-single-keys>
          {KINDS[publication.kind].label}
        </h1>
        <SelectField label="Kind of publication" quiet value={publication.kind} onChange={onKind} options={KIND_OPTIONS} />
      </div>
      <StepList steps={publication.steps} current={step} onGo={onGo} />
      {panel()}
    </div>
  );

  /** The step after one, of those that this kind has. */
  function after(id: StepId): StepId {
    const at = publication.steps.findIndex((one) => one.id === id);
    return publication.steps[at + 1]?.id ?? 'make';
  }
  function panel(): ReactNode {
    switch (step) {
      case 'what':
        return <WhatPanel key={publication.kind} publication={publication} onNext={() => onGo(after('what'))} />;
      case 'reason':
        return KINDS[publication.kind].needsSummary ? (
          <SummaryPanel key={publication.kind} publication={publication} onNext={() => onGo('names')} />
        ) : (
          <ReasonPanel publication={publication} onNext={() => onGo('names')} />
        );
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
