import { Kbd, Modal, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MessageKey } from '../../shared/messages/index.ts';
import { useText } from '../words/text.ts';
import { isTyping } from './typing.ts';

const keys: readonly (readonly [string[], MessageKey])[] = [
  [['/'], 'keys.search'],
  [['↑', '↓'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['Space'], 'keys.unfold'],
  [['B'], 'keys.block'],
  [['A'], 'keys.allow'],
  [['Esc'], 'keys.close'],
  [['?'], 'keys.help'],
];

/** `?` shows what the keyboard can do. */
export function Shortcuts() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) setOpen(shown => !shown);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      centered
    >
      <Table verticalSpacing="sm">
        <Table.Tbody>
          {keys.map(([caps, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td>
                {caps.map(cap => (
                  <Kbd key={cap} size="md" mr={4}>
                    {cap}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{t(meaning)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
