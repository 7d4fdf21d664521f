import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useText } from '../words/text.ts';

/** Copies a number as digits, and says so. */
export function useCopy(): (digits: string) => Promise<void> {
  const { t } = useText();
  return useCallback(
    async (digits: string) => {
      try {
        await navigator.clipboard.writeText(digits);
        notifications.show({ message: t('deed.copied', { digits }), autoClose: 3000 });
      } catch {
        notifications.show({ message: t('deed.notCopied', { digits }), autoClose: 10_000 });
      }
    },
    [t],
  );
}
