import { Anchor, Group } from '@mantine/core';
import { useText } from '../words/text.ts';

const files = [
  { href: '/api/export.json', words: 'settings.export.all' },
  { href: '/api/export/calls.csv', words: 'settings.export.calls' },
] as const;

/** What is remembered, as files to take along. */
export function ExportLinks() {
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
