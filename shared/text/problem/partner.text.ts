import { bilingual } from '../bilingual.ts';

/** Sentences about partner: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const partnerProblems = bilingual(
  {
    reasons: {
      'partner-not-active': '“{{name}}”现在不在合作中，不能发卡。',
      'partner-not-valid': '“{{card}}”的协议从 {{from}} 到 {{to}} 有效，今天不能发。',
      'partner-quota-month':
        '“{{card}}”本月配额 {{quota}} 张，只剩 {{left}} 张，不够 {{asked}} 张。{{from}} 起可再发。没有发出。',
      'partner-quota-last-month':
        '“{{card}}”本月配额 {{quota}} 张，只剩 {{left}} 张，不够 {{asked}} 张；协议 {{to}} 结束。没有发出。',
      'partner-quota-total':
        '“{{card}}”协议总配额 {{quota}} 张，只剩 {{left}} 张，不够 {{asked}} 张。请签新版本。没有发出。',
      'partner-per-customer': '{{name}}已有 {{had}} 张“{{card}}”，每位客户最多 {{most}} 张。没有发出。',
      'partner-stock-short': '库存只有 {{left}} 张，不够 {{asked}} 张。请先入库。',
      'partner-numbers-count': '要 {{asked}} 个卡号，填了 {{given}} 个。',
      'partner-own-numbers': '这种卡由本店编号，不用填卡号。',
      'partner-scan-kind': '扫描件只能是完整的 PDF，或 JPEG、PNG、WebP 照片。没有保存。',
      'partner-scan-large': '文件太大：最多 20 MB。请用较低的清晰度重新扫描。',
      'partner-scan-many': '一份协议最多放 {{most}} 个扫描件，请先删掉不要的。',
      'partner-key-taken':
        '这张单子以前发过，内容和现在的不同，或其中客户的资料后来删除了。没有再记；请重新打开页面，按新单子填。',
      'partner-card-not-issued': '{{number}} 还没有发出，不能核销。',
      'partner-card-cancelled': '{{number}} 已作废，不能核销。',
      'partner-card-used': '{{number}} 已经用完。',
      'partner-card-expired': '{{number}} 有效期至 {{expires}}，核销日期在它之后。',
      'partner-card-before-issue': '{{number}} 于 {{issued}} 发出，核销日期在它之前。',
      'partner-card-before-opening': '{{number}} 的余额于 {{opened}} 导入，那以前的核销已算在里面。',
      'partner-over-balance': '{{number}} 只剩 {{balance}}，不能核销更多。',
      'partner-balance-changed':
        '{{number}} 刚刚有过一笔，现在是 {{balance}}。请先看流水，还要核销就再记一次。',
      'partner-receipt-taken': '小票 {{receipt}} 已用于另一笔核销，请核对小票号。',
      'partner-receipt-reversed': '小票 {{receipt}} 的核销已冲正。确要重记，请换一个小票号并写明原因。',
      'partner-reversed': '{{number}} 的这一笔已经冲正，不能再冲。',
      'partner-not-reversible': '只有发卡、导入余额和核销可以冲正。',
      'partner-issue-used': '{{number}} 已用过或已过期，不能冲正发卡。请先冲正核销。',
      'partner-reverse-expired': '{{number}} 余额已按过期结算，不能再冲正核销。',
      'partner-list-empty': '清单里没有读到卡号。请检查列名。',
      'partner-list-long': '一次最多 {{most}} 行，请分开导入。',
      'partner-agreement-issued': '这份协议下已发过卡，不能删除。可以把结束日期提前。',
      'partner-has-agreements': '这家商户还有协议，不能删除。请把状态改为“已终止”。',
      'partner-kind-used': '有商户属于这个类别，不能删除。',
      'partner-no-cards': '选中的卡里没有本店编号且可用的，没有卡可印。',
      'partner-month-running': '{{month}}还没有结束，月末以后才能定稿。',
      'partner-settle-earlier': '请先定稿{{month}}的结算单。',
      'partner-settle-empty': '{{month}}没有发卡和核销，不用结算。',
      'partner-settled': '{{month}}的结算单已经定稿。',
      'partner-settle-changed': '在您查看期间金额有变，请重新核对后再定稿。',
      'partner-paid': '结算单 {{number}} 已经结清。',
      'partner-pay-day': '结清日期不能晚于今天，也不能早于结算月份。',
    },
    issues: {
      'partner-face-needed': '请填卡的面值；按次的卡要填次数和每次价值。',
      'partner-share-needed': '双方分担时要填本店承担多少。',
      'partner-settle-day': '请填 1 到 28 之间的日子，每个月都有。',
      'partner-terms-frozen': '已按这份协议发过卡，条款不能再改。请建新版本。',
      'partner-end-before-issue': '{{last}} 还发过卡，结束日期不能比它早。',
      'partner-rows-overlap': '同一商户、同一卡种的另一份协议与这几天重叠。请改起止日期。',
      'partner-rows-person': '余额要记下经办人。请由本人登录后在“导入”页导入。',
      'partner-unknown': '没有这家商户。请先登记或导入商户与协议，再导入这一行。',
      'partner-without-agreement': '这家商户还没有合作协议。请先登记或导入协议，再导入它的卡。',
      'partner-card-kind-unknown': '这家商户没有这个卡种的协议。请核对卡种，或先登记协议。',
      'partner-card-kind-needed': '这家商户有几个卡种，请填这张卡是哪一种。',
      'partner-no-edition-then': '发卡那天没有这个卡种的协议生效。请核对发卡日期，或先登记当时的协议。',
      'partner-issue-day-needed': '按有效期看不出这张卡属于哪一版协议，请填发卡日期。',
      'partner-card-over': '这张卡的有效期已过，没有余额可以导入。请核对有效期，或去掉这一行。',
      'partner-card-twice': '文件里前面已有这家商户的同一个卡号，只导入了第一行。',
      'partner-card-there':
        '这个卡号已在系统中，内容与这一行不同。余额只随核销和冲正变动，请核对后去掉这一行。',
      'partner-balance-money': '这种卡按金额计：请填余额，不填剩余次数。',
      'partner-balance-times': '这种卡按次计：请填剩余次数，不填余额。',
      'partner-balance-over-face': '剩余的比协议定的面值（次数）还多。请核对余额和卡种。',
      'partner-holder-needed': '这一行没有写持卡人：请填客户名称、车牌、车架号或电话。',
      'partner-holder-which': '持卡人可能是几位客户中的一位，或车牌登记在另一位客户名下。请指定卡是谁的。',
      'partner-rows-quota-total':
        '这份协议的总配额已满，再加这张就超了。配额填低了请先改协议，否则去掉这一行。',
      'partner-rows-quota-month':
        '这份协议在发卡那个月的配额已满，再加这张就超了。请核对发卡日期；配额填低了请先改协议。',
      'partner-rows-per-customer': '这位客户的卡已到协议规定的每客户上限。请核对持卡人，或去掉这一行。',
      'partner-overlap': '与“{{card}}”从 {{from}} 到 {{to}} 的协议重叠，请改日期。',
      'partner-renew-from': '要晚于 {{last}}：那天还按原协议发过卡，或原协议那天才开始。',
      'partner-choose-customer': '请先选客户。',
      'partner-too-many': '太多了，请分几次办。',
      'partner-above-zero': '请填大于 0 的数。',
      'partner-day-to-come': '不能是将来的日子。',
      'partner-number-taken': '卡号 {{number}} 已经用过。',
      'partner-number-twice': '卡号 {{number}} 重复。',
      'partner-number-not-in-stock': '卡号 {{number}} 不在库。',
      'partner-list-empty': '清单是空的。',
      'partner-list-long': '清单太长，请分开导入。',
    },
  },
  {
    reasons: {
      'partner-not-active': '“{{name}}” is not an active partner now; no card can be issued.',
      'partner-not-valid': 'The agreement of “{{card}}” holds from {{from}} to {{to}}, not today.',
      'partner-quota-month':
        '“{{card}}” has {{left}} of {{quota}} left this month, not {{asked}}. More can be issued from {{from}}. Nothing was issued.',
      'partner-quota-last-month':
        '“{{card}}” has {{left}} of {{quota}} left this month, not {{asked}}; the agreement ends on {{to}}. Nothing was issued.',
      'partner-quota-total':
        '“{{card}}” has {{left}} of {{quota}} left in all, not {{asked}}. Make a new edition of the agreement. Nothing was issued.',
      'partner-per-customer':
        '{{name}} has {{had}} “{{card}}” already; {{most}} per customer at most. Nothing was issued.',
      'partner-stock-short': '{{left}} cards are in stock, not {{asked}}. Receive more first.',
      'partner-numbers-count': '{{asked}} card numbers are needed, {{given}} were given.',
      'partner-own-numbers': 'The store numbers these cards; give no numbers.',
      'partner-scan-kind': 'A signed paper is a whole PDF or a JPEG, PNG or WebP photo. Nothing was kept.',
      'partner-scan-large': 'The file is too large: 20 MB at most. Scan it with fewer dots per inch.',
      'partner-scan-many': 'An agreement holds {{most}} papers at most; remove one first.',
      'partner-key-taken':
        'This order was sent before with other contents, or data of its customers was deleted since. Nothing was posted; open the page again and fill in a new one.',
      'partner-card-not-issued': '{{number}} has not been issued; it cannot be redeemed.',
      'partner-card-cancelled': '{{number}} is cancelled and cannot be redeemed.',
      'partner-card-used': '{{number}} is used up.',
      'partner-card-expired': '{{number}} was good until {{expires}}; the day lies after it.',
      'partner-card-before-issue': '{{number}} was issued on {{issued}}; the day lies before it.',
      'partner-card-before-opening':
        'The balance of {{number}} was brought in on {{opened}}; it counts what was redeemed before that day.',
      'partner-over-balance': '{{number}} has {{balance}} left; no more can be redeemed.',
      'partner-balance-changed':
        '{{number}} was booked on just now and has {{balance}}. Look at its entries, then redeem again if there is more.',
      'partner-receipt-taken': 'Receipt {{receipt}} stands for another redemption. Check the number.',
      'partner-receipt-reversed':
        'The redemption of receipt {{receipt}} was reversed. To enter it again, give another receipt number and say why.',
      'partner-reversed': 'This entry of {{number}} was reversed already.',
      'partner-not-reversible': 'Only issues, balances brought in and redemptions can be reversed.',
      'partner-issue-used':
        '{{number}} was used or has expired; its issue cannot be reversed. Reverse the redemption first.',
      'partner-reverse-expired':
        'The rest of {{number}} was settled as expired; the redemption cannot be reversed.',
      'partner-list-empty': 'No card number was found in the list. Check the names of its columns.',
      'partner-list-long': 'At most {{most}} lines at once; split the list.',
      'partner-agreement-issued':
        'Cards were issued under this agreement; it cannot be removed. Move its end forward instead.',
      'partner-has-agreements':
        'This partner has agreements and cannot be removed. Set its state to “Ended”.',
      'partner-kind-used': 'Partners are of this kind; it cannot be removed.',
      'partner-no-cards': 'None of these is a card in use that the store numbers; there is nothing to print.',
      'partner-month-running': '{{month}} is not over yet; it can be agreed afterwards.',
      'partner-settle-earlier': 'Agree the settlement of {{month}} first.',
      'partner-settle-empty': 'Nothing happened in {{month}}; there is nothing to settle.',
      'partner-settled': 'The settlement of {{month}} is agreed already.',
      'partner-settle-changed': 'The amount changed while you were looking. Check it again before you agree.',
      'partner-paid': 'Settlement {{number}} is paid already.',
      'partner-pay-day': 'The day lies after today or before the month that is settled.',
    },
    issues: {
      'partner-face-needed':
        'Give what the card holds; a card of times needs their number and what one is worth.',
      'partner-share-needed': 'Where both bear it, give the store’s share.',
      'partner-settle-day': 'Choose a day from 1 to 28; every month has it.',
      'partner-terms-frozen': 'Cards were issued under this agreement; its terms stand. Make a new edition.',
      'partner-end-before-issue': 'A card was issued on {{last}}; the end cannot lie before it.',
      'partner-rows-overlap':
        'Another agreement of this partner and kind of card holds on some of these days; change the days.',
      'partner-rows-person': 'Who brings a balance in is kept: sign in and import it on the import page.',
      'partner-unknown': 'There is no such partner: enter or import it with its agreement first.',
      'partner-without-agreement':
        'This partner has no agreement yet: enter or import it first, then its cards.',
      'partner-card-kind-unknown':
        'This partner has no agreement on this kind of card: check the kind, or enter the agreement first.',
      'partner-card-kind-needed': 'This partner has several kinds of cards: say which one this is.',
      'partner-no-edition-then':
        'No agreement on this kind of card held on the day of issue: check the day, or enter that agreement first.',
      'partner-issue-day-needed':
        'Its last day does not tell under which edition of the agreement it was issued: give the day of issue.',
      'partner-card-over':
        'The last day of this card is over; it brings nothing in. Check the day, or leave the row out.',
      'partner-card-twice':
        'The file has this number of the partner in an earlier row; only that one is taken.',
      'partner-card-there':
        'This number is there already and says something else. Only redemptions and reversals change a balance: check it and leave the row out.',
      'partner-balance-money': 'This kind of card holds money: give its balance, no times.',
      'partner-balance-times': 'This kind of card holds times: give the times left, no amount.',
      'partner-balance-over-face':
        'More is left than the agreement puts on such a card: check what is left and the kind of card.',
      'partner-holder-needed': 'The row names no holder: give a customer, a plate, a VIN or a telephone.',
      'partner-holder-which':
        'Several customers could be the holder, or the plate belongs to another one. Say whose card it is.',
      'partner-rows-quota-total':
        'The quota of this agreement is used up; this card would exceed it. Mend the agreement first if its quota is too low, or leave the row out.',
      'partner-rows-quota-month':
        'The quota of this agreement for the month of issue is used up. Check the day of issue, or mend the agreement first if its quota is too low.',
      'partner-rows-per-customer':
        'This customer has as many of these cards as the agreement allows: check the holder, or leave the row out.',
      'partner-overlap': 'It overlaps the agreement of “{{card}}” from {{from}} to {{to}}; change the days.',
      'partner-renew-from':
        'It must be after {{last}}: until then the old agreement was used or had not begun.',
      'partner-choose-customer': 'Choose a customer first.',
      'partner-too-many': 'Too many at once; do it in parts.',
      'partner-above-zero': 'Give a number above 0.',
      'partner-day-to-come': 'The day lies in the future.',
      'partner-number-taken': 'Card {{number}} was used already.',
      'partner-number-twice': 'Card {{number}} stands twice.',
      'partner-number-not-in-stock': 'Card {{number}} is not in stock.',
      'partner-list-empty': 'The list is empty.',
      'partner-list-long': 'The list is too long; split it.',
    },
  },
);
