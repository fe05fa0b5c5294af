import { clsx } from 'clsx';
import { useId, type ReactNode, type Ref } from 'react';
import { isMasked, type Field } from '#shared/kernel/field.ts';
import { FieldInput } from '#renderer/components/fields/field-input.tsx';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { onEnterKey } from './form-keys.ts';
import type { FormGroup, RecordLayout } from './record-layout.ts';
import { RevealButton } from './reveal-button.tsx';
import type { RecordFormState } from './use-record-form.ts';
import classes from './record-form.module.css';

type GroupsProps = {
  readonly layout: RecordLayout;
  readonly form: RecordFormState;
  readonly record: Row | undefined;
  readonly readOnly: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly formRef: Ref<HTMLDivElement>;
  /** After Enter in the last field. */
  readonly onEnd: () => void;
};

/** The fields of a form in their groups; Enter goes from field to field. */
export function FormGroups(props: GroupsProps): ReactNode {
  const { layout, formRef, onEnd } = props;
  return (
    // The keys of the fields inside bubble up to here; the element itself is no control.
    <div
      ref={formRef}
      className={classes.sheet}
      onKeyDownCapture={(event) => onEnterKey(event, onEnd)}
      role="presentation"
    >
      {layout.groups.map((group) => (
        <Group key={group.name} {...props} group={group} />
      ))}
    </div>
  );
}

function Group(props: GroupsProps & { readonly group: FormGroup }): ReactNode {
  const { layout, form, group } = props;
  const { t } = useTexts();
  const id = useId();
  const shown = group.fields.filter((name) => layout.hasEffect?.(name, form.values) ?? true);
  if (shown.length === 0) return null;
  return (
    <div className={classes.group} role="group" aria-labelledby={id}>
      <div id={id} className={classes.groupName}>
        {t(`form.groups.${group.name}`)}
      </div>
      <div className={classes.fields}>
        {shown.map((name) => {
          const field = layout.fields[name];
          if (!field) return null;
          return (
            <One
              key={name}
              {...props}
              name={name}
              field={layout.fieldIn?.(name, field, form.values) ?? field}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A note takes the whole width; a long text and the name of a company two columns. */
function widthOf({ kind, max = 200, refers }: Field): string | undefined {
  if (kind === 'note') return classes.whole;
  return (kind === 'text' && max >= 200) || refers === 'customer' ? classes.wide : undefined;
}

function One(props: GroupsProps & { readonly name: string; readonly field: Field }): ReactNode {
  const { layout, form, record, readOnly, hidden, name, field } = props;
  const { feature } = layout;
  const { t, field: fieldName, issue } = useTexts();
  const { may } = useSession();
  const label = fieldName(feature, name);
  const value = form.values[name] ?? null;

  if (field.computed) {
    return (
      <div className={clsx(widthOf(field))}>
        <div className={classes.computedName}>{label}</div>
        <output className={classes.computed} aria-label={label}>
          <FieldValue
            feature={feature}
            name={name}
            field={field}
            value={record?.[name]}
            labels={form.labels}
          />
        </output>
      </div>
    );
  }

  const problem = form.problems[name];
  const found = form.issues[name];
  const error = problem ? t(`form.${problem}`) : found ? issue(found) : undefined;
  // An amount that this person may not see comes as nothing; the core keeps what it has.
  const closed = hidden.has(name) && record !== undefined && field.kind === 'money';
  return (
    <div className={clsx(widthOf(field))} data-field={name}>
      {closed ? (
        <>
          <div className={classes.computedName}>{label}</div>
          <div className={classes.computed}>{t('form.masked')}</div>
        </>
      ) : (
        <FieldInput
          feature={feature}
          name={name}
          field={field}
          labels={form.labels}
          label={label}
          value={value}
          required={field.required && field.kind !== 'flag' && !readOnly ? true : undefined}
          readOnly={readOnly}
          error={error}
          description={isMasked(value) && !readOnly ? t('form.maskedHint') : undefined}
          reveal={
            record && may('customer.reveal') ? (
              <RevealButton feature={feature} id={record.id} field={name} />
            ) : undefined
          }
          onChange={(next, chosen) => form.set(name, next, chosen)}
          onProblem={(next) => form.setProblem(name, next)}
          onBlur={() => form.leave(name)}
        />
      )}
    </div>
  );
}
