import { bilingual } from '../bilingual.ts';

/** Sentences about membership: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const membershipProblems = bilingual(
  {
    reasons: {
      'membership-goods-without-points': '按现行制度，这类消费不积分。',
      'membership-no-cards': '选中的会员都已退会或合并，没有卡可印。',
      'membership-design-begun': '这一版已经生效，不能撤回。请新做一版，写明从哪天起执行。',
      'membership-tier-not-sold': '现行制度里“{{name}}”不收会费出售。请刷新页面再选。',
      'membership-package-not-sold': '现行制度里没有“{{name}}”这种套餐。请刷新页面再选。',
      'membership-price-changed': '“{{name}}”现在的价格是 {{price}}。没有收款记账，请向客户说明后再办。',
      'membership-points-short': '积分不够：要用 {{points}} 分，只有 {{balance}} 分可用。没有记账。',
      'membership-money-short':
        '储值余额不够：要付 {{amount}}，只有 {{balance}} 可用。请先充值或分开付款，没有记账。',
      'membership-units-short': '“{{name}}”只剩 {{rest}} 次，不够 {{times}} 次。没有记账。',
      'membership-no-such-lot': '没有这张券或套餐，请刷新页面再选。',
      'membership-lot-expired': '“{{name}}”已于 {{expiresOn}} 过期，不能再用。确需补偿请由经理另发一张。',
      'membership-lot-not-yet': '“{{name}}”从 {{startsOn}} 起才能用。',
      'membership-lot-empty': '“{{name}}”已经用完。',
      'membership-lot-used':
        '这一笔带来的积分、储值或券已有部分用掉，不能冲正。请先冲正用掉的那几笔，或办理退货、退款。',
      'membership-closed': '会员 {{number}} 已退会，这张卡不能再用。需要时请重新入会。',
      'membership-merged': '会员 {{number}} 已并入 {{into}}，请刷 {{into}} 的新卡记账。',
      'membership-clock-back':
        '电脑日期是 {{today}}，而会员账最后一笔是 {{last}}。请把电脑日期改对再记账，没有写入任何内容。',
      'membership-above-limit': '超过 {{limit}} 的要由经理办理。',
      'membership-above-limit-points': '一次超过 {{limit}} 分的要由经理办理。',
      'membership-receipt-taken':
        '凭证 {{receiptKey}} 已记过另一笔内容不同的账。请核对；确是另一笔时，凭证号后加 /2。',
      'membership-expires-before': '有效期 {{expiresOn}} 已经过了，请改晚。',
      'membership-pass-without-end': '期限卡要有有效期，请填写。',
      'membership-no-benefit': '这个等级没有“{{benefit}}”这项权益。',
      'membership-benefit-used': '“{{benefit}}”近 12 个月的 {{perYear}} 次已用完。',
      'membership-reversed': '第 {{entry}} 笔已在 {{on}} 由第 {{by}} 笔冲正，不能再冲。',
      'membership-has-later':
        '第 {{entry}} 笔之后已有退货或核销（第 {{by}} 笔），不能冲正。请先冲正第 {{by}} 笔。',
      'membership-not-reversible': '过期、冲正、退款和合并的流水不能冲正。',
      'membership-no-sale': '这一笔不是消费积分，或已冲正，不能退货。',
      'membership-return-too-much': '这笔消费 {{sale}}，已退 {{returned}}，不能退这么多。',
      'membership-refund-changed': '在您查看期间余额有变，现在应退 {{total}}。请重新核对后再退。',
      'membership-nothing-paid': '没有可退的预付款。',
      'membership-not-empty': '还有付过钱的储值、券、套餐或期限卡，请先退款再退会。',
      'membership-merge-itself': '不能与自己合并。',
      'membership-merge-others': '这两个会员不是同一个客户。请先合并客户。',
      'membership-exists': '这个客户已是会员 {{number}}。',
    },
    issues: {
      'membership-first-tier': '最低等级要从 0 元起。',
      'membership-first-tier-free': '最低等级人人都有，不能卖。要收会费，请写在上面的等级。',
      'membership-tier-cheaper': '每月合下来不能比低一级的“{{before}}”便宜。',
      'membership-package-dearer': '比单买（{{list}}）还贵，请改低售价。',
      'membership-tier-order': '门槛要比“{{before}}”高。',
      'membership-name-twice': '名称重复，请改一个。',
      'membership-too-generous': '积分返还达消费的 {{percent}}%，超过 {{most}}%，请核对积分数和每分抵扣额。',
      'membership-keep-above': '保级要求不能高于门槛。',
      'membership-margin-labour': '工时给出 {{percent}}%，超过毛利的 {{limit}}%（即 {{most}}%）。',
      'membership-margin-parts': '配件给出 {{percent}}%，超过毛利的 {{limit}}%（即 {{most}}%）。',
      'membership-margin-other': '其他给出 {{percent}}%，超过毛利的 {{limit}}%（即 {{most}}%）。',
      'membership-margin-vehicle': '整车给出 {{percent}}%，超过毛利的 {{limit}}%（即 {{most}}%）。',
      'membership-step-twice': '这个充值金额已有一档。',
      'membership-from-past': '不能从过去的日子起执行：已记的账按当天的制度。请选今天或以后。',
      'membership-above-zero': '请填大于 0 的数。',
      'membership-whole-points': '积分只能是整数。',
    },
  },
  {
    reasons: {
      'membership-goods-without-points': 'By the present rules this kind of sale earns no points.',
      'membership-no-cards': 'All the members selected have ended or were merged; there is no card to print.',
      'membership-design-begun':
        'This edition holds already and cannot be taken back. Make a new one with its first day.',
      'membership-tier-not-sold': 'The present rules do not sell “{{name}}”. Load the page again.',
      'membership-package-not-sold': 'The present rules have no package “{{name}}”. Load the page again.',
      'membership-price-changed':
        'The price of “{{name}}” is now {{price}}. Nothing was posted: tell the customer first.',
      'membership-points-short':
        'Not enough points: {{points}} asked for, {{balance}} can be used. Nothing was posted.',
      'membership-money-short':
        'Not enough stored value: {{amount}} to pay, {{balance}} can be used. Top up or pay in two parts; nothing was posted.',
      'membership-units-short': '“{{name}}” has {{rest}} left, not {{times}}. Nothing was posted.',
      'membership-no-such-lot': 'There is no such voucher or package. Load the page again.',
      'membership-lot-expired':
        '“{{name}}” expired on {{expiresOn}} and cannot be used. A manager may issue another.',
      'membership-lot-not-yet': '“{{name}}” can be used from {{startsOn}} on.',
      'membership-lot-empty': '“{{name}}” is used up.',
      'membership-lot-used':
        'Some of the points, money or vouchers of this entry are used already. Reverse those uses first, or post a return or refund.',
      'membership-closed':
        'Membership {{number}} has ended; its card holds no more. Enrol the customer anew.',
      'membership-merged': 'Membership {{number}} was merged into {{into}}: use the card of {{into}}.',
      'membership-clock-back':
        'The computer says {{today}}, but the last entry of the ledger is of {{last}}. Set the date right; nothing was written.',
      'membership-above-limit': 'More than {{limit}} is for a manager to post.',
      'membership-above-limit-points': 'More than {{limit}} points at once are for a manager to post.',
      'membership-receipt-taken':
        'Receipt {{receiptKey}} was posted with something else. Check it; if this is another one, add /2 to its number.',
      'membership-expires-before': '{{expiresOn}} is past already; choose a later day.',
      'membership-pass-without-end': 'A pass needs a last day.',
      'membership-no-benefit': 'This tier has no benefit “{{benefit}}”.',
      'membership-benefit-used': 'All {{perYear}} uses of “{{benefit}}” in 12 months are taken.',
      'membership-reversed': 'No. {{entry}} was reversed on {{on}} by no. {{by}} already.',
      'membership-has-later':
        'No. {{entry}} was returned or used later (no. {{by}}). Reverse no. {{by}} first.',
      'membership-not-reversible': 'Expiries, reversals, refunds and moves by merging cannot be reversed.',
      'membership-no-sale': 'This entry is no sale, or is reversed; nothing can be returned.',
      'membership-return-too-much':
        'The sale was {{sale}}, of which {{returned}} was returned; this is too much.',
      'membership-refund-changed':
        'The balance changed while you looked: {{total}} is to be paid back now. Check again before paying.',
      'membership-nothing-paid': 'Nothing paid ahead is left.',
      'membership-not-empty':
        'Stored value, vouchers, packages or passes that were paid for are left: refund them first.',
      'membership-merge-itself': 'A membership cannot be merged with itself.',
      'membership-merge-others': 'These memberships are of different customers. Merge the customers first.',
      'membership-exists': 'The customer is member {{number}} already.',
    },
    issues: {
      'membership-first-tier': 'The lowest tier begins at 0.',
      'membership-first-tier-free': 'Everybody has the lowest tier; put the fee on a higher one.',
      'membership-tier-cheaper': 'By the month it cannot cost less than the lower tier “{{before}}”.',
      'membership-package-dearer': 'This is more than singly ({{list}}); lower the price.',
      'membership-tier-order': 'It must be above “{{before}}”.',
      'membership-name-twice': 'This name is there already; choose another.',
      'membership-too-generous':
        'Points give back {{percent}}% of a sale, more than {{most}}%: check the points and what one pays.',
      'membership-keep-above': 'The threshold to keep a tier cannot be above the one to reach it.',
      'membership-margin-labour':
        'Gives back {{percent}}% of labour, more than {{limit}}% of its margin ({{most}}%).',
      'membership-margin-parts':
        'Gives back {{percent}}% of parts, more than {{limit}}% of their margin ({{most}}%).',
      'membership-margin-other':
        'Gives back {{percent}}% of other sales, more than {{limit}}% of their margin ({{most}}%).',
      'membership-margin-vehicle':
        'Gives back {{percent}}% of a vehicle, more than {{limit}}% of its margin ({{most}}%).',
      'membership-step-twice': 'There is a step of this amount already.',
      'membership-from-past': 'What was booked keeps the rules of its day: choose today or later.',
      'membership-above-zero': 'Give a number above 0.',
      'membership-whole-points': 'Points are whole numbers.',
    },
  },
);
