import { evaluationFields } from '../../features/evaluation/evaluation.fields.ts';
import { recordText } from './record-texts.ts';

/** 即时评价 of visits. */
export const evaluationText = recordText(
  evaluationFields,
  {
    one: '即时评价',
    many: '即时评价',
    empty: '还没有即时评价。请在完工的工单或已交车的订单上点“请客户评价”。',
    fields: {
      number: '编号',
      visit: '服务',
      repairId: '工单',
      orderId: '订单',
      customerId: '客户',
      personId: '服务人员',
      askedOn: '请求日期',
      askedById: '请求人',
      state: '状态',
      way: '方式',
      answeredOn: '评价日期',
      scoreHundredths: '平均分',
      recommend: '推荐意愿',
      words: '客户原话',
      complaintId: '投诉',
      withdrawnReason: '撤回原因',
    },
    choices: {
      visit: { repair: '维修', delivery: '交车' },
      state: { waiting: '等待回答', answered: '已评价', withdrawn: '已撤回' },
      way: { paper: '纸质', screen: '本机', code: '扫码' },
    },
  },
  {
    one: 'evaluation',
    many: 'Evaluations',
    empty: 'No evaluations yet. Ask the customer on a finished repair order or a delivered order.',
    fields: {
      number: 'Number',
      visit: 'Visit',
      repairId: 'Repair order',
      orderId: 'Order',
      customerId: 'Customer',
      personId: 'Served by',
      askedOn: 'Asked on',
      askedById: 'Asked by',
      state: 'State',
      way: 'Way',
      answeredOn: 'Answered on',
      scoreHundredths: 'Average score',
      recommend: 'Would recommend',
      words: 'In the customer’s words',
      complaintId: 'Complaint',
      withdrawnReason: 'Withdrawn because',
    },
    choices: {
      visit: { repair: 'Repair', delivery: 'Delivery' },
      state: { waiting: 'Waiting', answered: 'Answered', withdrawn: 'Withdrawn' },
      way: { paper: 'Paper', screen: 'On screen', code: 'Code' },
    },
  },
);
