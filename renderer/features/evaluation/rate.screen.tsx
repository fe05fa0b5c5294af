import { Anchor, Button, Center, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useContext, useState, type ReactNode } from 'react';
import { I18nContext } from 'react-i18next';
import type { AskedEvaluation } from '#shared/features/evaluation/evaluation.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AnswerFields } from './answer-fields.tsx';
import { useAnswer, useAsked } from './evaluation.queries.ts';
import { noAnswer, sentAnswer } from './given-answer.ts';
import classes from './evaluation.module.css';

/**
 * 请评价我们的服务: the customer's page. It knows one code and no session; nothing else of the program is loaded or can be
 * asked for from it. `onScreen`: a screen of the store, to be given back.
 */
export function RateScreen(props: { readonly code: string; readonly onScreen: boolean }): ReactNode {
  const { code, onScreen } = props;
  const { t, language } = useTexts();
  const texts = useContext(I18nContext)?.i18n;
  const { data, error } = useAsked(code);
  const answer = useAnswer();
  const [given, setGiven] = useState(noAnswer);
  const back = (
    <Button variant="default" onClick={() => window.location.assign('/')}>
      {t('evaluation.page.back')}
    </Button>
  );
  const turnLanguage = (): void => {
    const next = language === 'en' ? 'zh-CN' : 'en';
    document.documentElement.lang = next;
    void texts?.changeLanguage(next);
  };
  return (
    <main className={classes.page}>
      <Group justify="space-between" mb="md">
        <Text fw={600}>{data?.storeName}</Text>
        <Anchor component="button" type="button" size="sm" onClick={turnLanguage}>
          {t(language === 'en' ? 'common.chinese' : 'common.english')}
        </Anchor>
      </Group>
      {answer.isSuccess ? (
        <Center mih="60vh">
          <Stack align="center">
            <IconCircleCheck size={56} aria-hidden />
            <Title order={1}>{t('evaluation.page.thanks')}</Title>
            <Text role="status">{t('evaluation.page.thanksText')}</Text>
            {onScreen ? back : null}
          </Stack>
        </Center>
      ) : null}
      {error ? (
        <Stack>
          <Title order={1}>{t('evaluation.page.gone')}</Title>
          <ErrorNote error={error} />
          {onScreen ? <div>{back}</div> : null}
        </Stack>
      ) : null}
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && !answer.isSuccess ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!answer.isPending) answer.mutate({ code, onScreen, ...sentAnswer(given) });
          }}
        >
          <Stack gap="lg">
            <Head asked={data} />
            <Paper className="sheet" p="md">
              <AnswerFields
                questions={data.questions.map(({ standardId, text, textEn }) => ({
                  standardId,
                  text: language === 'en' ? textEn : text,
                }))}
                answer={given}
                onChange={(next) => {
                  answer.reset();
                  setGiven(next);
                }}
              />
            </Paper>
            <ErrorNote error={answer.error} />
            <Button type="submit" size="md" loading={answer.isPending}>
              {t('evaluation.page.send')}
            </Button>
          </Stack>
        </form>
      ) : null}
    </main>
  );
}

function Head({ asked }: { readonly asked: AskedEvaluation }): ReactNode {
  const { t, day } = useTexts();
  return (
    <div>
      <Title order={1}>{t('evaluation.page.title')}</Title>
      <Text>
        {t('evaluation.page.served', {
          day: day(asked.visitOn),
          role: t(`evaluation.person.${asked.visit}`),
          name: asked.personName,
        })}
      </Text>
      <Text c="dimmed" size="sm" mt={4}>
        {t('evaluation.page.please')}
      </Text>
    </div>
  );
}
