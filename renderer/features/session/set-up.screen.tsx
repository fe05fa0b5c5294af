import { Button, Group, Loader, Progress, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconFileImport, IconBuildingStore, IconTestPipe, type Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SignedIn } from '#shared/features/session/session.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { EntryFrame } from './entry-frame.tsx';
import { emptyPassword, isAgreed, NewPasswordFields } from './new-password.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { useSetUp } from './session.queries.ts';
import classes from './set-up.module.css';

const steps = ['language', 'store', 'backup', 'recovery', 'start'] as const;
type Step = (typeof steps)[number];

/** Where a new store begins. */
export type StartChoice = 'import' | 'sample' | 'empty';

/** 首次使用: language, store and owner, backup folder, recovery code, where to start. */
export function SetUpScreen(props: {
  /** Settles when the program is ready to be shown. */
  readonly onFinished: (signed: SignedIn, choice: StartChoice, password: string) => Promise<void>;
}): ReactNode {
  const { onFinished } = props;
  const { t, language, issue } = useTexts();
  const setUp = useSetUp();
  const [step, setStep] = useState<Step>('language');
  const [storeName, setStoreName] = useState('');
  const [ownerName, setOwnerName] = useState('');
  const [password, setPassword] = useState(emptyPassword);
  const [backupFolder, setBackupFolder] = useState('');

  const failure = setUp.error ? errorData(setUp.error) : null;
  const issues = failure?.code === 'invalid-input' ? failure.issues : [];
  const issueOf = (field: string): string | undefined => {
    const found = issues.find((one) => one.field === field);
    return found ? issue(found) : undefined;
  };
  const create = (): void =>
    setUp.mutate(
      { storeName, ownerName, password: password.password, language, backupFolder },
      {
        onSuccess: () => setStep('recovery'),
        onError: (error) => {
          if (errorData(error).code === 'invalid-input') setStep('store');
        },
      },
    );
  const titles: Record<Step, string> = {
    language: t('session.setUp.languageTitle'),
    store: t('session.setUp.storeTitle'),
    backup: t('session.setUp.backupTitle'),
    recovery: t('session.setUp.recoveryTitle'),
    start: t('session.setUp.startTitle'),
  };
  const position = steps.indexOf(step) + 1;
  const counted = t('session.setUp.step', { now: position, all: steps.length });

  return (
    <EntryFrame title={titles[step]} subtitle={`${t('session.setUp.title')} · ${counted}`} width={560}>
      <Progress value={(position / steps.length) * 100} size="xs" aria-label={counted} />
      {step === 'language' ? (
        <Step onNext={() => setStep('store')}>
          <Text>{t('session.setUp.languageSentence')}</Text>
        </Step>
      ) : null}
      {step === 'store' ? (
        <Step
          onBack={() => setStep('language')}
          onNext={() => setStep('backup')}
          ready={storeName.trim() !== '' && ownerName.trim() !== '' && isAgreed(password)}
        >
          <TextInput
            label={t('session.setUp.storeName')}
            value={storeName}
            onChange={(event) => setStoreName(event.currentTarget.value)}
            error={issueOf('storeName')}
            maxLength={100}
            autoFocus
            required
            withAsterisk={false}
          />
          <TextInput
            label={t('session.setUp.ownerName')}
            description={t('session.setUp.ownerHint')}
            value={ownerName}
            onChange={(event) => setOwnerName(event.currentTarget.value)}
            error={issueOf('ownerName')}
            maxLength={40}
            autoComplete="username"
            required
            withAsterisk={false}
          />
          <NewPasswordFields
            label={t('session.password')}
            value={password}
            error={issueOf('password')}
            onChange={setPassword}
          />
        </Step>
      ) : null}
      {step === 'backup' ? (
        <Step
          onBack={() => setStep('store')}
          onNext={create}
          next={t('session.setUp.create')}
          busy={setUp.isPending}
        >
          <Text>{t('session.setUp.backupSentence')}</Text>
          <TextInput
            label={`${t('session.setUp.backupFolder')} (${t('common.optional')})`}
            description={t('session.setUp.backupExample')}
            value={backupFolder}
            onChange={(event) => setBackupFolder(event.currentTarget.value)}
            autoFocus
          />
          <ErrorNote error={setUp.error} />
        </Step>
      ) : null}
      {step === 'recovery' && setUp.data ? (
        <RecoveryCode storeName={storeName} code={setUp.data.recoveryCode} onDone={() => setStep('start')} />
      ) : null}
      {step === 'start' && setUp.data ? (
        <StartChoices onChoose={(choice) => onFinished(setUp.data, choice, password.password)} />
      ) : null}
    </EntryFrame>
  );
}

function Step(props: {
  readonly children: ReactNode;
  readonly onNext: () => void;
  readonly onBack?: () => void;
  readonly next?: string;
  readonly ready?: boolean;
  readonly busy?: boolean;
}): ReactNode {
  const { children, onNext, onBack, next, ready = true, busy = false } = props;
  const { t } = useTexts();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onNext();
      }}
    >
      <Stack gap="md">
        {children}
        <Group justify="space-between">
          {onBack ? (
            <Button variant="subtle" onClick={onBack} disabled={busy}>
              {t('common.previous')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" disabled={!ready} loading={busy}>
            {next ?? t('common.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function StartChoices(props: { readonly onChoose: (choice: StartChoice) => Promise<void> }): ReactNode {
  const { onChoose } = props;
  const { t } = useTexts();
  const [chosen, setChosen] = useState<StartChoice | null>(null);
  const choose = (choice: StartChoice): void => {
    setChosen(choice);
    void onChoose(choice).finally(() => setChosen(null));
  };
  const choices: readonly { choice: StartChoice; icon: Icon; title: string; sentence: string }[] = [
    {
      choice: 'import',
      icon: IconFileImport,
      title: t('session.setUp.importTitle'),
      sentence: t('session.setUp.importSentence'),
    },
    {
      choice: 'sample',
      icon: IconTestPipe,
      title: t('session.setUp.sampleTitle'),
      sentence: t('session.setUp.sampleSentence'),
    },
    {
      choice: 'empty',
      icon: IconBuildingStore,
      title: t('session.setUp.emptyTitle'),
      sentence: t('session.setUp.emptySentence'),
    },
  ];
  return (
    <Stack gap="sm">
      {choices.map(({ choice, icon: Shown, title, sentence }, index) => (
        <UnstyledButton
          key={choice}
          className={classes['choice']}
          disabled={chosen !== null}
          autoFocus={index === 0}
          onClick={() => choose(choice)}
        >
          <Shown size={26} stroke={1.5} aria-hidden />
          <span>
            <Text component="span" fw={600} display="block">
              {title}
            </Text>
            <Text component="span" c="dimmed" size="xs" display="block">
              {sentence}
            </Text>
          </span>
        </UnstyledButton>
      ))}
      <Group gap="xs" role="status">
        {chosen === 'sample' ? (
          <>
            <Loader size="xs" />
            <Text size="xs">{t('sample.creating')}</Text>
          </>
        ) : null}
      </Group>
    </Stack>
  );
}
