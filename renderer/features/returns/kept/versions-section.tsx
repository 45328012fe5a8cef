import type { ReactNode } from 'react';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { countWords } from '../diff/diff-words.ts';

export type VersionsSectionProps = {
  one: AgencyReturn;
  cannot: string | null;
  onSave(returnVersion: number): void;
};

/** The versions of a return, the newest first: when each came, what it changed, its file. */
export function VersionsSection({ one, cannot, onSave }: VersionsSectionProps): ReactNode {
  const { data: versions } = useQuery('returns.versions', { id: one.id }, { keep: false });
  if (!versions || versions.length < 2) return null;
  return (
    <Section title="Versions" count={versions.length}>
      <ul className="pl-rt-versions">
        {versions.map((version) => (
          <li key={version.returnVersion}>
            <span>
              <strong>Return {version.returnVersion}</strong> <InstantText at={version.receivedAt} />
            </span>
            <span className="pl-2 pl-clip">{version.file}</span>
            {version.counts && <span className="pl-2">{countWords(version.counts)}</span>}
            <span>
              {version.returnVersion > 1 && (
                <>
                  <a
                    href={hrefTo('returns', { return: one.id, compare: `${version.returnVersion - 1}-${version.returnVersion}` })}
                    aria-label={`See what return ${version.returnVersion} changed`}
                  >
                    See what it changed
                  </a>{' '}
                </>
              )}
              <LinkButton
                cannot={cannot}
                onClick={() => onSave(version.returnVersion)}
                aria-label={`Save original of return ${version.returnVersion}`}
              >
                Save its original…
              </LinkButton>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
