import { Alert, MultiSelect, PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { AccountLine } from '#shared/features/session/session.contract.ts';
import { roles, type Role } from '#shared/rpc/rights.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { usePeople, useSaveAccount } from '#renderer/features/session/session.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';

/** Opens an account for a person, or changes one. */
export function AccountDialog(props: {
  /** null: a new account. */
  readonly line: AccountLine | null;
  readonly taken: readonly number[];
  readonly isLastOwner: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { line, taken, isLastOwner, onClose } = props;
  const { t, issue } = useTexts();
  const save = useSaveAccount();
  const people = usePeople();
  const [personId, setPersonId] = useState<number | null>(line?.personId ?? null);
  const [login, setLogin] = useState(line?.login ?? '');
  const [chosen, setChosen] = useState<readonly Role[]>(line?.roles ?? []);
  const [active, setActive] = useState(line?.active ?? true);
  const [password, setPassword] = useState('');

  const failure = save.error ? errorData(save.error) : null;
  const issueOf = (field: string): string | undefined => {
    const found =
      failure?.code === 'invalid-input' ? failure.issues.find((one) => one.field === field) : undefined;
    return found ? issue(found) : undefined;
  };
  const choices = (people.data ?? []).filter(({ id }) => !taken.includes(id));
  const ready =
    personId !== null && login.trim() !== '' && chosen.length > 0 && (line !== null || password !== '');
  const submit = (): void => {
    if (personId === null) return;
    save.mutate(
      { personId, login, roles: [...chosen], active, ...(password === '' ? {} : { password }) },
      { onSuccess: onClose },
    );
  };

  return (
    <FormDialog
      title={line ? `${t('session.account.edit')} · ${line.name}` : t('session.account.open')}
      confirm={t('common.save')}
      busy={save.isPending}
      ready={ready}
      error={failure?.code === 'invalid-input' ? null : save.error}
      onClose={onClose}
      onSubmit={submit}
    >
      {line ? null : (
        <Select
          label={t('session.account.person')}
          placeholder={t('session.account.choosePerson')}
          nothingFoundMessage={t('session.account.newPerson')}
          data={choices.map(({ id, label }) => ({ value: String(id), label }))}
          searchable
          data-autofocus
          value={personId === null ? null : String(personId)}
          onChange={(value, option) => {
            setPersonId(value === null ? null : Number(value));
            if (login === '') setLogin(option?.label ?? '');
          }}
        />
      )}
      <TextInput
        label={t('session.login')}
        value={login}
        error={issueOf('login')}
        onChange={(event) => setLogin(event.currentTarget.value)}
        autoComplete="off"
      />
      <MultiSelect
        label={t('session.account.roles')}
        data={roles.map((role) => ({ value: role, label: t(`session.roles.${role}`) }))}
        value={[...chosen]}
        error={issueOf('roles')}
        onChange={(values) => setChosen(roles.filter((role) => values.includes(role)))}
      />
      <PasswordInput
        label={line ? t('session.account.resetPassword') : t('session.account.initialPassword')}
        description={line ? t('session.account.resetHint') : t('session.passwordHint')}
        value={password}
        error={issueOf('password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="new-password"
      />
      <Switch
        label={t('session.account.allow')}
        checked={active}
        disabled={isLastOwner}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      {isLastOwner ? (
        <Alert icon={<IconInfoCircle size={18} />} p="sm">
          {t('session.account.lastOwner')}
        </Alert>
      ) : null}
    </FormDialog>
  );
}
