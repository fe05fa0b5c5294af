import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureGroup } from './figure-group.tsx';
import { FigureLink } from './figures.tsx';
import type { Surface } from './surface.ts';
import classes from './figures.module.css';

/** 人员在岗 by department. */
export function PeopleSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { people } = surface.view.content.pack.resources;
  const { t } = useTexts();
  const units = ` ${t('meeting.labels.people')}`;
  return (
    <FigureGroup surface={surface} topic="people" title={t('meeting.captions.people')}>
      <Table className={classes.table}>
        <Table.Tbody>
          {people.lines.map((line) => {
            const name = line.departmentName ?? t('meeting.labels.noDepartment');
            return (
              <Table.Tr key={line.departmentId ?? 0}>
                <Table.Th scope="row" className={classes.rowHead}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">
                  <FigureLink figure={line.people} unit="count" name={name} suffix={units} />
                </Table.Td>
              </Table.Tr>
            );
          })}
          <Table.Tr>
            <Table.Th scope="row" className={classes.rowHead}>
              {t('meeting.labels.total')}
            </Table.Th>
            <Table.Td ta="right">
              <FigureLink
                figure={people.total}
                unit="count"
                name={t('meeting.labels.total')}
                strong
                suffix={units}
              />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </FigureGroup>
  );
}
