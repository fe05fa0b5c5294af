import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconKey,
  IconLanguage,
  IconLock,
  IconLogout,
  IconMoon,
  IconPassword,
  IconSun,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { PinDialog, PasswordDialog } from '#renderer/features/session/secret-dialogs.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { ColourChoice } from './use-colours.ts';
import classes from './shell.module.css';

const colourChoices = ['light', 'dark', 'auto'] as const;
const colourIcons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

/** Who is signed in, and what concerns only that person. */
export function PersonMenu(props: {
  readonly colours: ColourChoice;
  readonly onColours: (choice: ColourChoice) => void;
}): ReactNode {
  const { colours, onColours } = props;
  const { t, language } = useTexts();
  const session = useSession();
  const [dialog, setDialog] = useState<'pin' | 'password' | null>(null);
  const { me } = session;
  const size = 16;
  return (
    <>
      <Menu position="bottom-end" width={230} shadow="md" withinPortal>
        <Menu.Target>
          <UnstyledButton
            className={classes['person']}
            aria-label={t('session.personMenu', { name: me.name })}
          >
            <Avatar size={26} radius="xl" color="desk" variant="filled" aria-hidden />
            <span>{me.name}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{me.roles.map((role) => t(`session.roles.${role}`)).join(' · ')}</Menu.Label>
          <Menu.Item leftSection={<IconKey size={size} />} onClick={() => setDialog('pin')}>
            {me.hasPin ? t('session.changePin') : t('session.setPin')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPassword size={size} />} onClick={() => setDialog('password')}>
            {t('session.changePassword')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLanguage size={size} />}
            onClick={() => session.setLanguage(language === 'en' ? 'zh-CN' : 'en')}
          >
            {t('shell.actions.switchLanguage')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('session.colours')}</Menu.Label>
          <Menu.RadioGroup value={colours}>
            {colourChoices.map((choice) => {
              const Shown = colourIcons[choice];
              return (
                <Menu.RadioItem
                  key={choice}
                  value={choice}
                  rightSection={<Shown size={size} />}
                  onChange={() => onColours(choice)}
                >
                  {t(`session.${choice}`)}
                </Menu.RadioItem>
              );
            })}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Label>{t('session.switchPerson')}</Menu.Label>
          {session.kept.map(({ personId, name }) => (
            <Menu.Item
              key={personId}
              leftSection={<IconUser size={size} />}
              onClick={() => session.switchPerson(personId)}
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconUserPlus size={size} />} onClick={() => session.switchPerson()}>
            {t('session.otherPerson')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLock size={size} />}
            rightSection={<kbd>Ctrl+L</kbd>}
            onClick={session.lock}
          >
            {t('session.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={size} />} onClick={session.signOut}>
            {t('session.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'pin' ? <PinDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'password' ? <PasswordDialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}
