import { ActionIcon, Image, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconMessageReport, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { JobTray } from '#renderer/features/job/job-tray.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PersonMenu } from './person-menu.tsx';
import classes from './shell.module.css';

/** Top: the store, the search, what can be done from any page, the person. */
export function TopBar(
  props: Pick<ComponentProps<typeof PersonMenu>, 'colours' | 'onColours'> & {
    readonly onSearch: () => void;
    readonly onHelp: () => void;
    readonly onComplaint: () => void;
  },
): ReactNode {
  const { colours, onColours, onSearch, onHelp, onComplaint } = props;
  const { t } = useTexts();
  const { state, may } = useSession();
  const navigate = useNavigate();
  return (
    <header className={classes['top']} aria-label={t('shell.banner')}>
      <div className={classes['store']}>
        <Image src="/icon.svg" w={24} h={24} alt="" />
        <Text fw={600} truncate>
          {state.storeName}
        </Text>
      </div>
      <UnstyledButton className={classes['search']} onClick={onSearch}>
        <IconSearch size={16} aria-hidden />
        {t('shell.search.hint')}
        <kbd>Ctrl+K</kbd>
      </UnstyledButton>
      <div className={classes['right']}>
        {may('complaint.write') ? (
          <Tooltip label={t('complaint.register')}>
            <ActionIcon color="gray" size="lg" aria-label={t('complaint.register')} onClick={onComplaint}>
              <IconMessageReport size={20} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ) : null}
        <JobTray onAll={() => void navigate({ to: '/job' })} />
        <Tooltip label={t('shell.shortcuts')}>
          <ActionIcon color="gray" size="lg" aria-label={t('shell.shortcuts')} onClick={onHelp}>
            <IconKeyboard size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <PersonMenu colours={colours} onColours={onColours} />
      </div>
    </header>
  );
}
