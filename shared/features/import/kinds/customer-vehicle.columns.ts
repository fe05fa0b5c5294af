import type { ImportColumn, ImportKindRules } from '../import-column.ts';

const customerColumns: readonly ImportColumn[] = [
  {
    to: 'customer.name',
    names: [
      '客户名称',
      '客户姓名',
      '车主姓名',
      '车主名称',
      '车主',
      '客户',
      '单位名称',
      '姓名',
      'customername',
      'customer',
      'name',
      'owner',
    ],
  },
  { to: 'customer.kind', names: ['客户类型', '客户性质', '客户类别', 'customertype', 'customerkind'] },
  {
    to: 'customer.code',
    names: ['客户编号', '客户编码', '客户代码', '客户号', 'customercode', 'customerno'],
  },
  {
    to: 'customer.phone',
    names: [
      '联系电话',
      '手机号码',
      '手机号',
      '手机',
      '电话',
      '客户电话',
      '车主电话',
      '移动电话',
      'phone',
      'mobile',
      'telephone',
      'tel',
    ],
  },
  { to: 'customer.secondPhone', names: ['备用电话', '固定电话', '其他电话', '电话2', 'secondphone'] },
  {
    to: 'customer.identityNumber',
    names: ['身份证号', '身份证号码', '证件号码', '证件号', '统一社会信用代码', 'idnumber', 'identitynumber'],
  },
  { to: 'customer.bornOn', names: ['出生日期', '生日', '出生年月日', 'birthday', 'dateofbirth', 'bornon'] },
  { to: 'customer.region', names: ['地区', '所在地区', '区域', '城市', '所在城市', 'region', 'city'] },
  { to: 'customer.address', names: ['地址', '联系地址', '通讯地址', '客户地址', 'address'] },
  { to: 'customer.trade', names: ['行业', '所属行业', '从事行业', 'trade', 'industry'] },
  { to: 'customer.source', names: ['客户来源', '来源', 'source'] },
  {
    to: 'customer.consultantId',
    names: ['销售顾问', '归属顾问', '业务员', '客户经理', '顾问', 'consultant', 'salesconsultant'],
  },
  {
    to: 'customer.firstContactOn',
    names: ['建档日期', '首次接触', '首次接触日期', '创建日期', 'firstcontact'],
  },
  { to: 'customer.note', names: ['客户备注', 'customernote'] },
];

const vehicleColumns: readonly ImportColumn[] = [
  {
    to: 'vehicle.plate',
    names: [
      '车牌号',
      '车牌号码',
      '车牌',
      '牌照号',
      '号牌号码',
      'plate',
      'plateno',
      'platenumber',
      'licenseplate',
    ],
  },
  { to: 'vehicle.vin', names: ['车架号', 'vin', 'vin码', '车辆识别代号', '底盘号', '车架号vin', 'vinno'] },
  { to: 'vehicle.kind', names: ['车辆类型', '车辆种类', '车种', 'vehiclekind', 'vehicletype'] },
  { to: 'vehicle.use', names: ['使用性质', '车辆性质', '营运性质', 'use', 'usage'] },
  { to: 'vehicle.brand', names: ['品牌', '厂牌', '车辆品牌', 'brand', 'make'] },
  { to: 'vehicle.model', names: ['车型', '车型名称', '车辆型号', '车系车型', 'model'] },
  { to: 'vehicle.colour', names: ['颜色', '车身颜色', '外观颜色', 'colour', 'color'] },
  { to: 'vehicle.engineNumber', names: ['发动机号', '发动机号码', 'enginenumber', 'engineno', 'engine'] },
  { to: 'vehicle.grossMassKg', names: ['总质量', '总质量kg', '车辆总质量', 'grossmass', 'grossmasskg'] },
  {
    to: 'vehicle.odometerKm',
    names: ['行驶里程', '里程', '里程数', '当前里程', '公里数', 'odometer', 'mileage', 'odometerkm'],
  },
  {
    to: 'vehicle.purchasedOn',
    names: ['购车日期', '购买日期', '销售日期', '提车日期', 'purchasedate', 'purchasedon'],
  },
  {
    to: 'vehicle.registeredOn',
    names: [
      '上牌日期',
      '注册日期',
      '登记日期',
      '初次登记日期',
      '初登日期',
      'registrationdate',
      'registeredon',
    ],
  },
  {
    to: 'vehicle.annualTestDueOn',
    names: ['年检到期', '年检到期日', '年审到期', '年审到期日', '检验有效期', '验车到期', 'annualtestdue'],
  },
  {
    to: 'vehicle.compulsoryInsuranceDueOn',
    names: ['交强险到期', '交强险到期日', '交强险止期', '交强险到期日期', 'compulsoryinsurancedue'],
  },
  {
    to: 'vehicle.commercialInsuranceDueOn',
    names: [
      '商业险到期',
      '商业险到期日',
      '保险到期',
      '保险到期日',
      '商业险止期',
      '商业险到期日期',
      '保险到期日期',
      'commercialinsurancedue',
      'insurancedue',
    ],
  },
  {
    to: 'vehicle.secondMaintenanceDueOn',
    names: ['二级维护到期', '二级维护到期日', '二维到期', '二级维护到期日期', 'secondmaintenancedue'],
  },
  {
    to: 'vehicle.transportPermitDueOn',
    names: ['道路运输证到期', '营运证到期', '运输证到期', '道路运输证到期日', 'transportpermitdue'],
  },
  {
    to: 'vehicle.technicalGradeDueOn',
    names: ['技术等级评定到期', '综检到期', '等级评定到期', '技术评定到期', 'technicalgradedue'],
  },
  { to: 'vehicle.maintenanceDays', names: ['维护周期天', '二级维护周期天', 'maintenancedays'] },
  { to: 'vehicle.maintenanceKm', names: ['维护周期公里', '二级维护周期公里', 'maintenancekm'] },
  { to: 'vehicle.dailyKm', names: ['日均里程', '日均行驶里程', 'dailykm'] },
  { to: 'vehicle.state', names: ['车辆状态', 'vehiclestate'] },
  { to: 'vehicle.note', names: ['备注', '车辆备注', 'note', 'remark'] },
];

export const customerVehicleRules: ImportKindRules = {
  targets: ['customer', 'vehicle'],
  columns: [...customerColumns, ...vehicleColumns],
  needs: [
    ['customer.name', 'vehicle.vin', 'vehicle.plate'],
    ['customer.phone', 'customer.code', 'vehicle.vin', 'vehicle.plate'],
  ],
};
