import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PaperDialog, type LoadPaper } from './paper-dialog.tsx';

/** 打印: opens a record's sheet; the main one of a page answers to Ctrl+P as well. */
export function PaperButton(props: {
  readonly name: string;
  readonly load: LoadPaper;
  readonly word?: boolean;
  /** Edge of an icon alone, in px; with words beside the icon when absent. */
  readonly icon?: number;
  /** As high as its neighbours in the head of a page; smaller in a panel. */
  readonly inHead?: boolean;
  /** What is printed, where a page has several sheets. */
  readonly label?: string;
  /** Whether Ctrl+P of the page means this sheet. */
  readonly byKey?: boolean;
}): ReactNode {
  const { name, load, word, icon, inHead = false, byKey = false } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const label = props.label ?? t('paper.print');
  const show = (): void => setOpen(true);
  useShortcut('mod+p', show, byKey && !open);
  const shared = { onClick: show, 'aria-keyshortcuts': byKey ? 'Control+P' : undefined };
  return (
    <>
      {icon === undefined ? (
        <Button
          {...(inHead ? {} : { size: 'compact-sm' })}
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          {...shared}
        >
          {label}
        </Button>
      ) : (
        <Tooltip label={label}>
          <ActionIcon size={icon} variant="default" aria-label={label} {...shared}>
            <IconPrinter size={Math.round(icon / 2)} />
          </ActionIcon>
        </Tooltip>
      )}
      {open ? (
        <PaperDialog
          name={name}
          load={load}
          {...(word === undefined ? {} : { word })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
