import { notifications } from '@mantine/notifications';

/** Something was done; also read out. */
export const say = (message: string): string => notifications.show({ message, color: 'spruce', withBorder: true });
