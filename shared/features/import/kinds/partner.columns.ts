import type { ImportKindRules } from '../import-column.ts';

/** 合作商户与协议: one row an agreement with its partner, whose columns may repeat; a row without a kind of card is a partner alone. */
export const partnerRules: ImportKindRules = {
  targets: ['partnerKind', 'partner', 'partnerAgreement'],
  columns: [
    {
      to: 'partner.name',
      names: ['商户', '商户名称', '合作商户', '合作单位', '合作方', 'partner', 'partnername'],
    },
    { to: 'partnerKind.name', names: ['商户类别', '商户类型', '类别', '行业', 'kind', 'partnerkind'] },
    { to: 'partner.contact', names: ['联系人', '商户联系人', 'contact'] },
    { to: 'partner.phone', names: ['联系电话', '商户电话', '电话', '手机', 'phone', 'mobile'] },
    { to: 'partner.address', names: ['地址', '商户地址', 'address'] },
    { to: 'partner.state', names: ['合作状态', '商户状态', '状态', 'state', 'status'] },
    { to: 'partner.personId', names: ['负责人', '经办人', '对接人', 'person'] },
    { to: 'partnerAgreement.cardName', names: ['卡种', '卡名称', '卡券名称', '卡名', 'cardname', 'card'] },
    {
      to: 'partnerAgreement.validFrom',
      names: ['协议开始', '生效日期', '开始日期', '有效期起', 'validfrom', 'from'],
    },
    {
      to: 'partnerAgreement.validTo',
      names: ['协议结束', '到期日期', '结束日期', '有效期止', 'validto', 'to'],
    },
    { to: 'partnerAgreement.unit', names: ['计量', '按金额或次数', '卡单位', 'unit'] },
    { to: 'partnerAgreement.faceFen', names: ['面值', '卡面值', '面额', 'face', 'facevalue'] },
    { to: 'partnerAgreement.faceTimes', names: ['次数', '卡次数', 'times'] },
    { to: 'partnerAgreement.timeFen', names: ['每次价值', '单次价值', 'timevalue'] },
    { to: 'partnerAgreement.bearer', names: ['承担方', '费用承担', '谁承担', 'bearer'] },
    { to: 'partnerAgreement.storeShareHundredths', names: ['本店承担', '本店承担比例', 'storeshare'] },
    { to: 'partnerAgreement.cardFen', names: ['每卡费用', '每张付商户', 'cardfee'] },
    { to: 'partnerAgreement.useFen', names: ['每次费用', '每次核销付商户', 'usefee'] },
    { to: 'partnerAgreement.rebateHundredths', names: ['返点', '商户返点', '返点比例', 'rebate'] },
    { to: 'partnerAgreement.monthQuota', names: ['每月配额', '月配额', '每月张数', 'monthquota'] },
    { to: 'partnerAgreement.totalQuota', names: ['总配额', '配额', '总张数', 'totalquota'] },
    { to: 'partnerAgreement.perCustomer', names: ['每客户上限', '每人限领', 'percustomer'] },
    { to: 'partnerAgreement.validDays', names: ['卡有效天数', '有效天数', 'validdays'] },
    { to: 'partnerAgreement.settleDay', names: ['结算日', '每月结算日', 'settleday'] },
    { to: 'partnerAgreement.numbering', names: ['编号方式', '卡号来源', 'numbering'] },
    { to: 'partnerAgreement.note', names: ['备注', '说明', 'note', 'remark'] },
  ],
  needs: [['partner.name'], ['partnerKind.name', 'partnerAgreement.cardName']],
};
