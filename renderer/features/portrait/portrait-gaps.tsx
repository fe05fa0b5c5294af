import { Anchor, Badge, Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PortraitView } from '#shared/features/portrait/portrait-views.ts';
import { newRecordAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './portrait.module.css';

type Item = PortraitView['missing'][number];

/** 资料缺项: what the file of the customer does not say, each with its key; of vehicles one line for each. */
export function PortraitGaps(props: {
  readonly view: PortraitView;
  readonly id: number;
  readonly onField: ((name: string) => void) | undefined;
}): ReactNode {
  const { view, id, onField } = props;
  const { t } = useTexts();
  const { missing, missingOf } = view;
  if (missing.length === 0) return <Text size="sm">{t('portrait.whole')}</Text>;
  const own = missing.filter(({ feature, id: of }) => feature !== 'vehicle' || of === null);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('portrait.missingLine', { count: missing.length, of: missingOf })}
      </Text>
      {own.length > 0 ? (
        <div className={classes.gaps}>
          {own.map((item) => (
            <Gap key={`${item.feature} ${item.field ?? ''}`} item={item} id={id} onField={onField} />
          ))}
        </div>
      ) : null}
      <VehicleGaps items={missing.filter(({ feature, id: of }) => feature === 'vehicle' && of !== null)} />
    </>
  );
}

function Gap({
  item,
  id,
  onField,
}: Omit<Parameters<typeof PortraitGaps>[0], 'view'> & { item: Item }): ReactNode {
  const { t, field: fieldName } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const what =
    item.field === null
      ? t(item.feature === 'contact' ? 'portrait.noContact' : 'portrait.noVehicle')
      : fieldName(item.feature, item.field);
  const look = {
    size: 'compact-sm',
    variant: 'default',
    'aria-label': t('portrait.fill', { what }),
  } as const;
  if (item.feature === 'vehicle' && may('vehicle.write'))
    return (
      <Button component="a" {...look} {...link(newRecordAddress('vehicle', { customerId: id }))}>
        {what}
      </Button>
    );
  const target = item.feature === 'contact' ? 'name' : item.field;
  return onField && target !== null && item.feature !== 'vehicle' ? (
    <Button {...look} onClick={() => onField(target)}>
      {what}
    </Button>
  ) : (
    <Badge color="gray" variant="outline">
      {what}
    </Badge>
  );
}

/** How many vehicles are named before the rest unfolds. */
const fewVehicles = 5;

/** Vehicles with what their papers do not say, those that miss most first. */
function VehicleGaps({ items }: { readonly items: readonly Item[] }): ReactNode {
  const { t, field: fieldName } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const [all, setAll] = useState(false);
  const vehicles = [...Map.groupBy(items, ({ id }) => id ?? 0)].sort(([, a], [, b]) => b.length - a.length);
  const shown = all ? vehicles : vehicles.slice(0, fewVehicles);
  if (vehicles.length === 0) return null;
  return (
    <>
      <ul className={classes.lines} aria-label={t('portrait.vehicleGaps')}>
        {shown.map(([id, mine]) => {
          const plate = mine[0]?.plate ?? null;
          const name = (
            <span className={plate === null ? undefined : 'code'}>{plate ?? t('portrait.unplated')}</span>
          );
          return (
            <li key={id}>
              <span>
                {may('vehicle.read') ? (
                  <Anchor inherit className={classes.link} {...link(recordAddress('vehicle', id))}>
                    {name}
                  </Anchor>
                ) : (
                  name
                )}
              </span>
              <span className={classes.quiet}>
                {mine
                  .flatMap(({ field }) => (field === null ? [] : [fieldName('vehicle', field)]))
                  .join(t('common.listed'))}
              </span>
            </li>
          );
        })}
      </ul>
      {all || vehicles.length <= fewVehicles ? null : (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          {t('portrait.moreVehicles', { count: vehicles.length - fewVehicles })}
        </Button>
      )}
    </>
  );
}
