import { bilingual } from '../bilingual.ts';

/** Sentences about campaign: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const campaignProblems = bilingual(
  {
    reasons: {
      'campaign-no-customers': '这份列表里没有客户，不能用来建活动。',
      'campaign-started': '活动已经启动，名单不能再改。请刷新页面。',
      'campaign-frozen': '活动已经启动，名单、开始日期、优惠和赠送不能再改。需要不同的优惠时请另建一个活动。',
      'campaign-no-offer': '还没有写优惠内容，不知道对客户说什么。请先在计划里填写并保存。',
      'campaign-nobody': '名单里没有可以给优惠的客户。请放宽筛选或减小对照组。',
      'campaign-preview-changed': '名单在预览之后变了：现在是 {{count}} 人。请看过新的预览再启动。',
      'campaign-over': '结束日期已过，不能启动。请先改日期。',
      'campaign-not-running': '活动没有在进行，或者今天就是最后一天。',
      'campaign-draft': '活动还没有启动，没有结果。',
      'campaign-not-asked': '这位客户今天不用为这个活动联系：已答复、活动已结束、免打扰，或者属于对照组。',
      'campaign-no-member': '客户不是会员，不能发放。请先在客户页面办理入会，或只登记结果。',
      'campaign-no-gift': '这个活动没有赠送。',
    },
    issues: {
      'campaign-too-long': '活动最长 {{days}} 天，请核对结束日期。',
      'campaign-starts-past': '开始日期在今天之前：之前的消费与活动无关。请改为今天或以后。',
      'campaign-only-accepted': '只有客户接受时才能发放。',
    },
  },
  {
    reasons: {
      'campaign-no-customers': 'The rows of this list name no customers; no campaign can be made from it.',
      'campaign-started': 'The campaign has started and its audience is fixed. Load the page again.',
      'campaign-frozen':
        'The campaign has started: audience, first day, offer and gift stay as they are. Make another campaign for another offer.',
      'campaign-no-offer': 'There is no offer to tell customers of yet. Fill it in under the plan and save.',
      'campaign-nobody': 'Nobody would get the offer. Widen the filter or make the control group smaller.',
      'campaign-preview-changed':
        'The audience has changed since the preview: {{count}} customers now. Look at the new preview before starting.',
      'campaign-over': 'Its last day has passed; change the days before starting.',
      'campaign-not-running': 'The campaign is not running, or today is its last day anyway.',
      'campaign-draft': 'The campaign has not started; there is no result.',
      'campaign-not-asked':
        'This customer is not to be asked about it today: answered, over, not to be called, or in the control group.',
      'campaign-no-member':
        'Not a member, so nothing can be given. Enrol the customer first, or enter the answer alone.',
      'campaign-no-gift': 'This campaign gives nothing.',
    },
    issues: {
      'campaign-too-long': 'A campaign takes {{days}} days at most; check its last day.',
      'campaign-starts-past':
        'It would start before today, and what was bought then knew nothing of it. Choose today or later.',
      'campaign-only-accepted': 'Only who accepts can be given it.',
    },
  },
);
