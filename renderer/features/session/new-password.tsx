import { Group, PasswordInput, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { passwordStrength, type PasswordStrength } from '#shared/features/session/session.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const looks: Record<PasswordStrength, { value: number; color: string }> = {
  weak: { value: 20, color: 'red' },
  fair: { value: 50, color: 'yellow' },
  good: { value: 75, color: 'desk' },
  strong: { value: 100, color: 'green' },
};

/** A new password, twice, with a hint of its strength. */
export type NewPassword = { readonly password: string; readonly repeated: string };
export const emptyPassword: NewPassword = { password: '', repeated: '' };
export const isAgreed = ({ password, repeated }: NewPassword): boolean =>
  password.length >= 8 && password === repeated;

export function NewPasswordFields(props: {
  readonly label: string;
  readonly value: NewPassword;
  readonly error?: string | undefined;
  readonly onChange: (value: NewPassword) => void;
}): ReactNode {
  const { label, value, error, onChange } = props;
  const { t } = useTexts();
  const { password, repeated } = value;
  const strength = passwordStrength(password);
  const differs = repeated !== '' && !password.startsWith(repeated) && repeated !== password;
  return (
    <Stack gap="xs">
      <PasswordInput
        label={label}
        description={t('session.passwordHint')}
        value={password}
        error={error}
        required
        withAsterisk={false}
        autoComplete="new-password"
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      {password === '' ? null : (
        <Group gap="xs" wrap="nowrap">
          <Progress
            flex={1}
            size="sm"
            value={looks[strength].value}
            color={looks[strength].color}
            aria-label={t('session.strengthLabel')}
          />
          <Text size="xs" w={110} ta="right">
            {t(`session.strength.${strength}`)}
          </Text>
        </Group>
      )}
      <PasswordInput
        label={t('session.repeatPassword')}
        value={repeated}
        error={differs ? t('session.passwordsDiffer') : undefined}
        required
        withAsterisk={false}
        autoComplete="new-password"
        onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
      />
    </Stack>
  );
}
