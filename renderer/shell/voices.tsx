import { Notifications, notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { type Notice, setVoice } from '#renderer/data/announce.ts';
import { LiveRegion, type Speaker } from '#renderer/ui/live-region.tsx';
import './voices.css';

function connect(speaker: Speaker): void {
  setVoice({
    say: speaker.say,
    notify(notice: Notice) {
      const failed = notice.kind === 'failed';
      speaker.say(notice.message ? `${notice.title}. ${notice.message}` : notice.title, failed);
      notifications.show({
        title: notice.title,
        message: notice.message ?? '',
        // Errors stay until they are closed.
        autoClose: failed ? false : 6000,
        color: failed ? 'red' : 'plumb',
        classNames: { root: failed ? 'pl-notice pl-notice-failed' : 'pl-notice' },
        closeButtonProps: { 'aria-label': 'Close this notice' },
      });
    },
  });
}

/** The live regions and the notifications, bottom left. */
export function Voices(): ReactNode {
  return (
    <>
      <LiveRegion onReady={connect} />
      <section aria-label="Notices">
        <Notifications position="bottom-left" limit={4} transitionDuration={120} containerWidth={360} withinPortal={false} />
      </section>
    </>
  );
}
