import { notifications } from '@mantine/notifications';

/** Says in a corner, for a few seconds, that something is done. */
export function notify(message: string): void {
  notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': 'Close this notice' } });
}
