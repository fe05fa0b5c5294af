import { Badge, Text } from '@mantine/core';
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  isSame,
  type ContentDifference,
  type FactChange,
  type ItemDifference,
} from '#shared/features/checklist/checklist-compare.rules.ts';
import { itemTypes, repairClasses, textIn } from '#shared/features/checklist/checklist.content.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { limitScale } from './checklist-words.ts';
import classes from './checklist.module.css';

const looks = {
  added: { icon: IconPlus, color: 'green' },
  removed: { icon: IconMinus, color: 'red' },
  changed: { icon: IconPencil, color: 'blue' },
} as const;

/** What one edition asks otherwise than another, item by item. */
export function Difference(props: { readonly difference: ContentDifference }): ReactNode {
  const { scope, sections, items } = props.difference;
  const { t } = useTexts();
  if (isSame(props.difference)) return <Text c="dimmed">{t('checklist.same')}</Text>;
  return (
    <ul className={classes.changes}>
      {scope.length > 0 ? (
        <li>
          <strong>{t('checklist.whole')}</strong>
          <Changes changes={scope} />
        </li>
      ) : null}
      {sections.map(({ code, changes }) => (
        <li key={`section ${code}`}>
          <strong>{t('checklist.section')}</strong>
          <Changes changes={changes} />
        </li>
      ))}
      {items.map((item) => (
        <ItemChange key={`item ${item.code}`} item={item} />
      ))}
    </ul>
  );
}

function ItemChange(props: { readonly item: ItemDifference }): ReactNode {
  const { kind, title, section, changes } = props.item;
  const { t, language } = useTexts();
  const { icon: Shown, color } = looks[kind];
  return (
    <li>
      <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
        {t(`checklist.kinds.${kind}`)}
      </Badge>{' '}
      <strong>{textIn(title, language) || t('checklist.untitled')}</strong>{' '}
      <Text span size="xs" c="dimmed">
        {textIn(section, language)}
      </Text>
      <Changes changes={changes} />
    </li>
  );
}

function Changes(props: { readonly changes: readonly FactChange[] }): ReactNode {
  const { t } = useTexts();
  const value = useFactWords();
  if (props.changes.length === 0) return null;
  return (
    <dl>
      {props.changes.map((change) => (
        <div key={change.fact}>
          <dt>{t(`checklist.facts.${change.fact}`)}</dt>
          <dd>
            {change.fact === 'position' ? (
              t('checklist.moved')
            ) : (
              <>
                <s>{value(change, change.before)}</s> → {value(change, change.after)}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One side of a change in words. */
function useFactWords(): (change: FactChange, value: FactChange['before']) => string {
  const { t, choice } = useTexts();
  return ({ fact }, value) => {
    if (value === null || value === '') return t('common.none');
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return numberShown(value, limitScale);
    if (typeof value === 'string') {
      const type = fact === 'type' ? itemTypes.find((one) => one === value) : undefined;
      return type ? t(`checklist.types.${type}`) : value;
    }
    if (value.length === 0) return fact === 'choices' ? t('common.none') : t('checklist.all');
    return value
      .map((one) => {
        const repairClass = repairClasses.find((name) => name === one);
        if (fact === 'repairClasses' && repairClass) return t(`checklist.repairClasses.${repairClass}`);
        return fact === 'vehicleKinds' ? choice('vehicle', 'kind', one) : one;
      })
      .join(' / ');
  };
}
