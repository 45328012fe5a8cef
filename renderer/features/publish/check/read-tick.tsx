import type { ReactNode } from 'react';

/** Said by a person, about exactly the text that stands there now; any change takes the tick away. */
export function ReadTick({ read, onChange }: { read: boolean; onChange(on: boolean): void }): ReactNode {
  return (
    <label className="pl-pub-tick">
      <input type="checkbox" checked={read} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>I have read the whole text for these</span>
    </label>
  );
}
