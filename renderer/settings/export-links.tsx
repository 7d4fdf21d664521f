import { Anchor, Group } from '@mantine/core';
import type { MessageKey } from '../../shared/messages/index.ts';
import { useText } from '../words/text.ts';

interface ExportFile {
  href: string;
  words: MessageKey;
}

const everything: readonly ExportFile[] = [
  { href: '/api/export.json', words: 'settings.export.all' },
  { href: '/api/export/calls.csv', words: 'settings.export.calls' },
];

/** What is remembered, as files to take along. */
export function ExportLinks({ files = everything }: { files?: readonly ExportFile[] }) {
  const { t } = useText();
  return (
    <Group gap="xs" mt="xs">
      {files.map(({ href, words }) => (
        <Anchor key={href} href={href} download py={8} pr={8}>
          {t(words)}
        </Anchor>
      ))}
    </Group>
  );
}
