import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { SigningWay } from '#shared/features/delivery/delivery.contract.ts';
import { FileInput } from '#renderer/components/file-input.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { SignaturePad } from '#renderer/components/signature-pad.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** What a customer gives with a signature. */
export type GivenSignature = { readonly way: SigningWay; readonly name: string; readonly file: File };

/** The customer signs: on the screen with pen, finger or mouse, or on paper, of which a photo is taken. */
export function CustomerSignDialog(props: {
  readonly title: string;
  readonly submit: string;
  /** Name that is proposed. */
  readonly customerName: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSign: (given: GivenSignature) => void;
  readonly onClose: () => void;
  /** What is signed. */
  readonly children: ReactNode;
}): ReactNode {
  const { title, submit, customerName, busy, error, onSign, onClose, children } = props;
  const { t } = useTexts();
  const [way, setWay] = useState<SigningWay>('screen');
  const [name, setName] = useState(customerName ?? '');
  const [picture, setPicture] = useState<File | null>(null);
  const isReady = picture !== null && name.trim() !== '';
  return (
    <FormDialog
      title={title}
      size="lg"
      buttonSize="lg"
      closeOnClickOutside={false}
      confirm={submit}
      busy={busy}
      ready={isReady}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        if (isReady) onSign({ way, name: name.trim(), file: picture });
      }}
    >
      {children}
      <TextInput
        label={t('delivery.signing.name')}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SegmentedControl
        size="md"
        aria-label={t('delivery.signing.how')}
        value={way}
        onChange={(chosen) => {
          setWay(chosen === 'paper' ? 'paper' : 'screen');
          setPicture(null);
        }}
        data={[
          { value: 'screen', label: t('delivery.sheet.way.screen') },
          { value: 'paper', label: t('delivery.sheet.way.paper') },
        ]}
      />
      {way === 'screen' ? (
        <SignaturePad
          label={t('delivery.signing.pad')}
          hint={t('delivery.signing.padHint')}
          clear={t('delivery.signing.clear')}
          onChange={setPicture}
        />
      ) : (
        <PaperPhoto picture={picture} onChange={setPicture} />
      )}
    </FormDialog>
  );
}

function PaperPhoto(props: {
  readonly picture: File | null;
  readonly onChange: (picture: File | null) => void;
}): ReactNode {
  const { picture, onChange } = props;
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Text size="sm">{t('delivery.signing.paperHint')}</Text>
      <Group gap="sm">
        <Button
          size="lg"
          variant="default"
          leftSection={<IconCamera size={18} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('delivery.signing.choosePhoto')}
        </Button>
        <Text size="sm" role="status">
          {picture ? t('delivery.signing.chosen', { name: picture.name }) : ''}
        </Text>
      </Group>
      <FileInput
        input={input}
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        testId="signed-paper-input"
        onFiles={([file]) => onChange(file ?? null)}
      />
    </>
  );
}
