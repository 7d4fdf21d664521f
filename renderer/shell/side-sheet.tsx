import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useText } from '../words/text.ts';

interface SideSheetProps {
  opened: boolean;
  close: () => void;
  title: string;
  /** px, where there is room for more than it. */
  width: number;
  children: ReactNode;
}

/** Slides in from the right over whatever place is open; on a small screen it takes all of it. */
export function SideSheet({ opened, close, title, width, children }: SideSheetProps) {
  const { t } = useText();
  const small = useMediaQuery('(max-width: 47.99em)');
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size={small ? '100%' : width}
      padding={small ? 'md' : 'lg'}
      title={title}
      closeButtonProps={{ 'aria-label': t('page.close'), size: 44 }}
      overlayProps={{ backgroundOpacity: 0.35 }}
    >
      {children}
    </Drawer>
  );
}
