import { Group, Kbd, Modal, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const shortcuts = [
  ['search', ['Ctrl', 'K']],
  ['new', ['Ctrl', 'N']],
  ['find', ['Ctrl', 'F']],
  ['choose', ['space']],
  ['edit', ['F2']],
  ['save', ['Ctrl', 'S']],
  ['saveNext', ['Ctrl', 'enter']],
  ['next', ['enter']],
  ['back', ['Esc']],
  ['neighbours', ['Alt', '← →']],
  ['print', ['Ctrl', 'P']],
  ['lock', ['Ctrl', 'L']],
  ['help', ['?']],
] as const;

/** 快捷键: every key of the program on one sheet. */
export function ShortcutsHelp(props: { readonly onClose: () => void }): ReactNode {
  const { t } = useTexts();
  return (
    <Modal opened onClose={props.onClose} title={t('shell.shortcuts')} size={520}>
      <Table withRowBorders verticalSpacing={6}>
        <Table.Tbody>
          {shortcuts.map(([name, keys]) => (
            <Table.Tr key={name}>
              <Table.Td w={150}>
                <Group gap={4} wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key}>{key === 'enter' || key === 'space' ? t(`shell.keys.${key}`) : key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{t(`shell.shortcutsList.${name}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
