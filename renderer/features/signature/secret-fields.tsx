import { PasswordInput, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

export type Secret = { readonly way: 'password' | 'pin'; readonly text: string };
export const noSecret: Secret = { way: 'password', text: '' };

/** As the contract takes it. */
export const secretOf = ({ way, text }: Secret): { password: string } | { pin: string } =>
  way === 'pin' ? { pin: text } : { password: text };

export const isGiven = ({ way, text }: Secret): boolean => (way === 'pin' ? text.length >= 4 : text !== '');

/** Password or PIN, asked again before signing. */
export function SecretFields(props: {
  readonly secret: Secret;
  readonly onChange: (secret: Secret) => void;
  readonly autoFocus?: boolean;
  /** Somebody else proves who they are on this person's screen: nothing is filled in by the browser. */
  readonly ofOther?: boolean;
}): ReactNode {
  const { secret, onChange, autoFocus = false, ofOther = false } = props;
  const { t } = useTexts();
  const { me } = useSession();
  const [way, setWay] = useState<Secret['way']>(secret.way);
  return (
    <>
      {me.hasPin || ofOther ? (
        <SegmentedControl
          aria-label={t('meetingPage.confirming.secret')}
          value={way}
          onChange={(chosen) => {
            const next = chosen === 'pin' ? 'pin' : 'password';
            setWay(next);
            onChange({ way: next, text: '' });
          }}
          data={[
            { value: 'password', label: t('meetingPage.confirming.withPassword') },
            { value: 'pin', label: t('meetingPage.confirming.withPin') },
          ]}
        />
      ) : null}
      <PasswordInput
        key={way}
        data-autofocus={autoFocus || undefined}
        label={t(way === 'pin' ? 'session.pin' : 'session.password')}
        value={secret.text}
        onChange={(event) =>
          onChange({
            way,
            text:
              way === 'pin'
                ? event.currentTarget.value.normalize('NFKC').replaceAll(/\D/gu, '')
                : event.currentTarget.value,
          })
        }
        inputMode={way === 'pin' ? 'numeric' : undefined}
        maxLength={way === 'pin' ? 8 : 200}
        autoComplete={way === 'pin' || ofOther ? 'off' : 'current-password'}
      />
    </>
  );
}
