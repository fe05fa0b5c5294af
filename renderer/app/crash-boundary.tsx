import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

type Crash = { readonly incident: string };
type Props = { readonly children: ReactNode; readonly resetKey?: string };
type State = { readonly crash: Crash | null; readonly resetKey: string | undefined };

/** An error while drawing: a sentence, a number, a way on. The rest of the program keeps running. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { crash: null, resetKey: this.props.resetKey };

  /** Another address is another try. */
  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.resetKey === state.resetKey ? null : { crash: null, resetKey: props.resetKey };
  }

  static getDerivedStateFromError(): { crash: Crash } {
    return { crash: { incident: crypto.randomUUID().slice(0, 8) } };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // eslint-disable-next-line no-console -- the one place where a failure of the page is written down
    console.error(`incident ${this.state.crash?.incident ?? ''}`, error, info.componentStack);
  }

  override render(): ReactNode {
    const { crash } = this.state;
    return crash ? <CrashNote incident={crash.incident} /> : this.props.children;
  }
}

function CrashNote(props: Crash): ReactNode {
  const { t } = useTexts();
  return (
    <Center p="xl" role="alert">
      <Paper maw={480} p="xl" bg="var(--desk-sheet)">
        <Stack gap="sm">
          <Title order={1}>{t('shell.crash.title')}</Title>
          <Text>{t('shell.crash.sentence')}</Text>
          <Text className="code" c="dimmed">
            {t('shell.crash.incident', { incident: props.incident })}
          </Text>
          <Button onClick={() => window.location.reload()} w="fit-content">
            {t('common.reload')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
