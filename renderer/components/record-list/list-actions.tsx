import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconPlus,
  IconPrinter,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { mayUse, rightOf, type RecordFeature } from './record-feature.ts';
import { useLink } from './use-go.ts';

export type ExportFormat = 'xlsx' | 'csv';

/** What can be done with a list as a whole: export, print, the bin, import, a new record. */
export function ListActions(props: {
  readonly feature: RecordFeature;
  readonly empty: boolean;
  readonly bin: boolean;
  /** How many rows are selected one by one. */
  readonly chosen: number;
  readonly importHref?: string | undefined;
  readonly onExport: (format: ExportFormat, onlyChosen: boolean) => void;
  readonly onPrint: () => void;
  readonly onBin: () => void;
  readonly onAdd: () => void;
}): ReactNode {
  const { feature, empty, bin, chosen, importHref, onExport, onPrint, onBin, onAdd } = props;
  const { t, record } = useTexts();
  const { may } = useSession();
  const link = useLink();
  return (
    <>
      {may('record.export') ? <ExportMenu disabled={empty} chosen={chosen} onExport={onExport} /> : null}
      <Tooltip label={t('list.print')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('list.print')}
          disabled={empty}
          onClick={onPrint}
        >
          <IconPrinter size={16} />
        </ActionIcon>
      </Tooltip>
      {rightOf(feature, 'remove') === undefined ? null : (
        <Button
          variant={bin ? 'light' : 'default'}
          color={bin ? 'orange' : undefined}
          leftSection={<IconTrash size={15} />}
          aria-pressed={bin}
          onClick={onBin}
        >
          {t(bin ? 'list.leaveBin' : 'list.bin')}
        </Button>
      )}
      {importHref && may('import.run') ? (
        <Button component="a" variant="default" leftSection={<IconUpload size={15} />} {...link(importHref)}>
          {t('list.import')}
        </Button>
      ) : null}
      {mayUse(may, feature, 'create') ? (
        <Button leftSection={<IconPlus size={15} />} onClick={onAdd} aria-keyshortcuts="Control+N">
          {t('form.newOne', { one: record(feature, 'one') })}
        </Button>
      ) : null}
    </>
  );
}

function ExportMenu(props: {
  readonly disabled: boolean;
  readonly chosen: number;
  readonly onExport: (format: ExportFormat, onlyChosen: boolean) => void;
}): ReactNode {
  const { disabled, chosen, onExport } = props;
  const { t } = useTexts();
  const only = chosen > 0 && chosen <= 200;
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconDownload size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t('list.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {only ? (
          <Menu.Item onClick={() => onExport('xlsx', true)}>
            {t('list.exportSelected', { count: chosen })}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => onExport('xlsx', false)}>{t('list.exportXlsx')}</Menu.Item>
        <Menu.Item onClick={() => onExport('csv', false)}>{t('list.exportCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
