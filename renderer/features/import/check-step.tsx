import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportLook, Reading } from '#shared/features/import/import.contract.ts';
import { importKinds, type ImportKind } from '#shared/features/import/import.kinds.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CheckGrid } from './check-grid.tsx';
import { look as lookAgain } from './import-flow.ts';
import { useImportNames } from './import-names.ts';
import { isComplete, type ImportFile } from './import-session.ts';
import classes from './import.module.css';

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
type Encoding = (typeof encodings)[number];

/** What the file is and where its columns go: everything guessed is shown and may be corrected. */
export function CheckStep(props: {
  readonly file: ImportFile;
  readonly look: ImportLook;
  readonly onGo: () => void;
}): ReactNode {
  const { file, look, onGo } = props;
  const { t } = useTexts();
  const names = useImportNames();
  const read = (reading: Reading): void => void lookAgain(file.key, reading);
  const { mapping: _mapping, ...withoutMapping } = file.reading;
  const columns = look.headers.filter((heading) => heading !== '').length;
  const mapped = Object.keys(look.mapping).length;

  return (
    <>
      <div className={classes['controls']}>
        <NativeSelect
          label={t('import.check.kind')}
          value={look.kind ?? ''}
          error={look.kind === null}
          onChange={
            (event) =>
              read({
                ...withoutMapping,
                kind: event.currentTarget.value as ImportKind,
              }) /* one of the options below */
          }
        >
          {look.kind === null ? <option value="">{t('import.check.chooseKind')}</option> : null}
          {importKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`import.kinds.${kind}`)}
            </option>
          ))}
        </NativeSelect>
        {look.sheets.length > 1 ? (
          <NativeSelect
            label={t('import.check.sheet')}
            value={look.sheet ?? ''}
            data={[...look.sheets]}
            onChange={(event) =>
              read({
                ...(file.reading.encoding ? { encoding: file.reading.encoding } : {}),
                sheet: event.currentTarget.value,
              })
            }
          />
        ) : null}
        {look.encoding !== null && look.format !== 'xlsx' && look.format !== 'xls' ? (
          <NativeSelect
            label={t('import.check.encoding')}
            value={look.encoding}
            onChange={(event) => {
              const { kind, sheet } = file.reading;
              const encoding = event.currentTarget.value as Encoding; // one of the options below
              read({ encoding, ...(kind ? { kind } : {}), ...(sheet ? { sheet } : {}) });
            }}
          >
            {encodings.map((encoding) => (
              <option key={encoding} value={encoding}>
                {t(`import.encodings.${encoding}`)}
              </option>
            ))}
          </NativeSelect>
        ) : null}
        <div className={classes['hint']}>
          <Text size="xs" c="dimmed">
            {t('import.check.headerHint')}
          </Text>
        </div>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconRefresh size={14} />}
          disabled={!file.reading.mapping || !look.kind}
          onClick={() => read({ ...withoutMapping, ...(look.kind ? { kind: look.kind } : {}) })}
        >
          {t('import.check.remap')}
        </Button>
      </div>
      {look.encoding !== null && !look.encodingCertain && !file.reading.encoding ? (
        <Alert color="orange" p={8} mx="sm" mb={6} icon={<IconAlertTriangle size={16} />}>
          {t('import.check.encodingUnsure')}
        </Alert>
      ) : null}
      <CheckGrid
        look={look}
        busy={file.looking ?? false}
        onHeaderRow={(headerRow) => {
          const { headerRow: _row, ...rest } = withoutMapping;
          read({ ...rest, headerRow });
        }}
        onMap={(column, address) => {
          // A place takes one column: the other one that went there is left out.
          // What was said last may not be looked at yet.
          const others = Object.entries(file.reading.mapping ?? look.mapping).filter(
            ([at, to]) => Number(at) !== column && to !== address,
          );
          const mapping = Object.fromEntries([
            ...others,
            ...(address ? [[String(column), address] as const] : []),
          ]);
          read({ ...withoutMapping, ...(look.kind ? { kind: look.kind } : {}), mapping });
        }}
      />
      <footer className={classes['panelFoot']}>
        <Group gap={6} wrap="nowrap" role="status" mih={30}>
          {look.kind === null ? (
            <Problem text={t('import.check.needKind')} />
          ) : look.missing.length > 0 ? (
            <Problem text={t('import.check.missing', { columns: names.missing(look.missing) })} />
          ) : (
            <>
              <IconCircleCheck size={16} color="var(--mantine-color-success)" aria-hidden />
              <Text size="sm">
                {t('import.check.complete', { mapped, ignored: Math.max(0, columns - mapped) })}
              </Text>
            </>
          )}
        </Group>
        <Button
          autoFocus
          rightSection={<IconArrowRight size={16} />}
          disabled={!isComplete(file) || file.looking === true}
          onClick={onGo}
        >
          {t('import.check.go')}
        </Button>
      </footer>
    </>
  );
}

function Problem(props: { readonly text: string }): ReactNode {
  return (
    <>
      <IconAlertTriangle size={16} color="var(--mantine-color-error)" aria-hidden />
      <Text size="sm" c="var(--mantine-color-error)">
        {props.text}
      </Text>
    </>
  );
}
