import type { Numbered, SampleStore } from '../sample-store.ts';
import {
  customerKindWords,
  kindWords,
  useWords,
  vehicleStateWords,
  channelWords,
  leadStateWords,
} from './export-words.ts';
import { dayAs, dottedPlate, exportTable, fullWidth, inOrder, type ExportTable } from './export-table.ts';

/** Names of the store's people by id: exports name them, they do not know our ids. */
export type Names = (id: number | null) => string | null;

export const namesOf = (store: SampleStore): Names => {
  const names = new Map(store.person.map((person) => [person.id, person.name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
};

type Wide = { readonly customer: Numbered<'customer'>; readonly vehicle: Numbered<'vehicle'> | undefined };

/** 客户车辆档案: a row for every vehicle with its customer, and for every customer without a vehicle. */
export function customerVehicleTable(store: SampleStore, names: Names): ExportTable {
  const vehicles = Map.groupBy(store.vehicle, (vehicle) => vehicle.customerId);
  const rows = store.customer.flatMap((customer): Wide[] => {
    const own = vehicles.get(customer.id) ?? [];
    return own.length === 0
      ? [{ customer, vehicle: undefined }]
      : own.map((vehicle) => ({ customer, vehicle }));
  });
  const phone = (text: string | null, at: number): string | null =>
    text === null ? null : at % 61 === 7 ? fullWidth(text) : at % 43 === 5 ? `'${text}` : text;
  return exportTable<Wide>(
    rows,
    [
      ['客户编号', ({ customer }) => customer.code],
      ['客户名称', ({ customer }, at) => (at % 37 === 3 ? `${customer.name}  ` : customer.name)],
      ['客户类型', ({ customer }) => customerKindWords[customer.kind]],
      ['联系电话', ({ customer }, at) => phone(customer.phone, at)],
      ['备用电话', ({ customer }) => customer.secondPhone],
      [
        '证件号码',
        ({ customer }, at) =>
          customer.identityNumber && at % 29 === 2 ? `'${customer.identityNumber}` : customer.identityNumber,
      ],
      ['所在地区', ({ customer }) => customer.region],
      ['联系地址', ({ customer }) => customer.address],
      ['所属行业', ({ customer }) => customer.trade],
      ['客户来源', ({ customer }) => customer.source],
      ['销售顾问', ({ customer }) => names(customer.consultantId)],
      [
        '建档日期',
        ({ customer }, at) =>
          at % 23 === 4 ? dayAs(customer.firstContactOn, 'chinese') : customer.firstContactOn,
      ],
      [
        '车牌号',
        ({ vehicle }, at) =>
          vehicle?.plate && at % 3 === 0 ? dottedPlate(vehicle.plate) : (vehicle?.plate ?? null),
      ],
      [
        '车架号',
        ({ vehicle }, at) =>
          vehicle?.vin && at % 47 === 6 ? vehicle.vin.toLowerCase() : (vehicle?.vin ?? null),
      ],
      ['发动机号', ({ vehicle }) => vehicle?.engineNumber ?? null],
      ['车辆类型', ({ vehicle }) => (vehicle ? kindWords[vehicle.kind] : null)],
      ['使用性质', ({ vehicle }) => (vehicle?.use ? useWords[vehicle.use] : null)],
      ['品牌', ({ vehicle }) => vehicle?.brand ?? null],
      ['车型', ({ vehicle }) => vehicle?.model ?? null],
      ['颜色', ({ vehicle }) => vehicle?.colour ?? null],
      ['总质量(kg)', ({ vehicle }) => vehicle?.grossMassKg?.toString() ?? null],
      ['行驶里程', ({ vehicle }) => vehicle?.odometerKm?.toString() ?? null],
      [
        '购车日期',
        ({ vehicle }, at) =>
          at % 31 === 8 ? dayAs(vehicle?.purchasedOn ?? null, 'slash') : (vehicle?.purchasedOn ?? null),
      ],
      ['上牌日期', ({ vehicle }) => vehicle?.registeredOn ?? null],
      ['年检到期日', ({ vehicle }) => vehicle?.annualTestDueOn ?? null],
      ['交强险到期日', ({ vehicle }) => vehicle?.compulsoryInsuranceDueOn ?? null],
      ['商业险到期日', ({ vehicle }) => vehicle?.commercialInsuranceDueOn ?? null],
      ['二级维护到期日', ({ vehicle }) => vehicle?.secondMaintenanceDueOn ?? null],
      ['道路运输证到期日', ({ vehicle }) => vehicle?.transportPermitDueOn ?? null],
      ['综检到期', ({ vehicle }) => vehicle?.technicalGradeDueOn ?? null],
      ['车辆状态', ({ vehicle }) => (vehicle ? vehicleStateWords[vehicle.state] : null)],
    ],
    {
      broken: [
        {
          客户编号: 'X900001',
          客户名称: '测试一',
          联系电话: '13900000001',
          车牌号: '',
          车架号: 'L0YT7A480RD10000',
        },
        {
          客户编号: 'X900002',
          客户名称: '测试二',
          联系电话: '13900000002',
          车牌号: '',
          车架号: 'L0YT7A48OR1I00021',
        },
        {
          客户编号: 'X900003',
          客户名称: '测试三',
          联系电话: '13900000003',
          车牌号: '',
          车架号: '',
          购车日期: '2025-02-30',
        },
      ],
    },
  );
}

/** 员工花名册 with two title rows. */
export function personTable(store: SampleStore, storeName: string): ExportTable {
  const departments = new Map(store.department.map((department) => [department.id, department.name]));
  const posts = new Map(store.post.map((post) => [post.id, post.name]));
  return exportTable<Numbered<'person'>>(
    store.person,
    [
      ['工号', (person) => person.code],
      ['姓名', (person) => person.name],
      ['部门', (person) => departments.get(person.departmentId ?? 0) ?? null],
      ['岗位', (person) => posts.get(person.postId ?? 0) ?? null],
      ['联系电话', (person) => person.phone],
      ['入职日期', (person, at) => dayAs(person.hiredOn, at % 4 === 1 ? 'dot' : 'chinese')],
      ['离职日期', (person) => dayAs(person.leftOn, 'chinese')],
    ],
    {
      titles: [storeName, '员工花名册'],
      broken: [{ 工号: 'Y901', 姓名: '待入职', 入职日期: '2026年13月5日', 离职日期: '' }],
    },
  );
}

/** 线索明细, dates with dots. */
export function leadTable(store: SampleStore, names: Names): ExportTable {
  return exportTable<Numbered<'lead'>>(
    inOrder(store.lead, (lead) => lead.arrivedOn),
    [
      ['客户姓名', (lead) => lead.customerName],
      ['手机号码', (lead, at) => (lead.phone && at % 59 === 9 ? fullWidth(lead.phone) : lead.phone)],
      ['线索日期', (lead) => dayAs(lead.arrivedOn, 'dot')],
      ['线索来源', (lead) => (lead.channel ? channelWords[lead.channel] : null)],
      ['意向车型', (lead) => lead.model],
      ['线索状态', (lead) => leadStateWords[lead.state]],
      ['跟进人', (lead) => names(lead.consultantId)],
      ['到店日期', (lead) => dayAs(lead.visitedOn, 'dot')],
      ['试驾日期', (lead) => dayAs(lead.testDrivenOn, 'dot')],
      ['下次跟进日期', (lead) => dayAs(lead.nextContactOn, 'dot')],
      ['关闭日期', (lead) => dayAs(lead.closedOn, 'dot')],
      ['战败原因', (lead) => lead.lostReason],
    ],
    { broken: [{ 客户姓名: '测试四', 线索日期: '2026.02.31' }] },
  );
}
