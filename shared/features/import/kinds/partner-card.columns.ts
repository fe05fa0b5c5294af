import type { ImportKindRules } from '../import-column.ts';

/** 原有合作卡: cards that were given out before the program, with what is left on each. */
export const partnerCardRules: ImportKindRules = {
  targets: ['partnerCard'],
  columns: [
    { to: 'partnerCard.number', names: ['卡号', '合作卡号', '卡券号', '卡编号', 'cardno', 'cardnumber'] },
    {
      to: 'partnerCard.partnerId',
      names: ['商户', '商户名称', '合作商户', '合作单位', '合作方', 'partner', 'partnername'],
    },
    {
      to: 'partnerCard.agreementId',
      names: [
        '卡种',
        '卡名称',
        '卡券名称',
        '卡名',
        '协议',
        '合作协议',
        'kindofcard',
        'cardname',
        'agreement',
      ],
    },
    {
      to: 'partnerCard.customerId',
      names: ['客户', '客户名称', '客户姓名', '持卡人', '姓名', '领用人', 'customer', 'holder', 'name'],
    },
    { to: 'lookup.phone', names: ['联系电话', '手机', '手机号', '电话', 'phone', 'mobile'] },
    { to: 'lookup.plate', names: ['车牌', '车牌号', '车牌号码', 'plate'] },
    { to: 'lookup.vin', names: ['车架号', '底盘号', 'vin'] },
    {
      to: 'partnerCard.balanceFen',
      names: ['余额', '剩余金额', '卡内余额', '卡余额', 'balance', 'amountleft'],
    },
    { to: 'partnerCard.balanceTimes', names: ['剩余次数', '余次', '可用次数', '剩余', 'timesleft'] },
    {
      to: 'partnerCard.issuedOn',
      names: ['发卡日期', '发放日期', '领卡日期', '开卡日期', 'issued', 'issuedon'],
    },
    {
      to: 'partnerCard.expiresOn',
      names: ['有效期至', '到期日期', '到期日', '有效期', '截止日期', 'validuntil', 'expires', 'validto'],
    },
    { to: 'partnerCard.note', names: ['备注', '说明', 'note', 'remark'] },
  ],
  needs: [
    ['partnerCard.number'],
    ['partnerCard.partnerId'],
    ['partnerCard.balanceFen', 'partnerCard.balanceTimes'],
    ['partnerCard.issuedOn', 'partnerCard.expiresOn'],
    ['partnerCard.customerId', 'lookup.plate', 'lookup.vin', 'lookup.phone'],
  ],
};
