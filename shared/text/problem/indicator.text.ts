import { bilingual } from '../bilingual.ts';

/** Sentences about indicator: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const indicatorProblems = bilingual(
  {
    issues: {
      'band-no-figure': '请写一个数，金额按元，比率按 %，例如 80% 或 12。',
      'band-no-range': '请写区间，例如 2.5-4.5，前面的数不大于后面的。',
      'band-order': '黄线要比绿线差：越多越好的比绿线小，越少越好的比绿线大，区间要把绿线包住。',
      'indicator-revise': '用过的定义不能直接改。请点“新版本”，旧数字仍按旧定义。',
      'indicator-not-later': '新版本要晚于旧版本的生效日 {{day}}。',
      'indicator-version-overlaps': '与第 {{version}} 版的有效期重叠，请改日期。',
      'formula-empty': '请写公式，例如：售后产值 ÷ 入厂台次。',
      'formula-sign': '第 {{at}} 个字“{{text}}”不能用在公式里。可用 + − × ÷ 和括号。',
      'formula-ends': '公式没有写完：第 {{at}} 个字处还缺一个指标或数字。',
      'formula-unexpected': '第 {{at}} 个字处的“{{text}}”放错了位置，请检查前后的运算符。',
      'formula-parenthesis': '第 {{at}} 个字处的括号没有配对。',
      'formula-long': '第 {{at}} 个字处括号套得太深，请拆成几个指标。',
      'formula-unknown-name': '第 {{at}} 个字处的“{{name}}”不是指标库里的名称。',
      'formula-circle': '公式绕回了自己：{{way}}。请去掉其中一处引用。',
      'formula-not-asked': '手工填报的指标不用公式，请清空，或把取数方式改为“公式”。',
    },
  },
  {
    issues: {
      'band-no-figure': 'Write a number, money in yuan, rates in %, such as 80% or 12.',
      'band-no-range': 'Write a range such as 2.5-4.5, the first no larger than the second.',
      'band-order':
        'Amber is worse than green: smaller where more is better, larger where less is better, a range around the green one.',
      'indicator-revise':
        'A definition in use is not changed. Make a new version; earlier figures keep the old one.',
      'indicator-not-later': 'A new version begins later than the old one, which begins on {{day}}.',
      'indicator-version-overlaps': 'It overlaps with version {{version}}; please change the days.',
      'formula-empty': 'Write a formula, such as: [Service revenue] ÷ [Service visits].',
      'formula-sign': 'Character {{at}}, “{{text}}”, has no place in a formula. Use + − × ÷ and parentheses.',
      'formula-ends': 'The formula is not finished: an indicator or number is missing at character {{at}}.',
      'formula-unexpected':
        '“{{text}}” at character {{at}} stands in the wrong place; check the signs around it.',
      'formula-parenthesis': 'The parenthesis at character {{at}} has no partner.',
      'formula-long': 'Too many parentheses at character {{at}}; make several indicators of it.',
      'formula-unknown-name': '“{{name}}” at character {{at}} is no name of the library.',
      'formula-circle': 'The formula comes back to itself: {{way}}. Take one of these references out.',
      'formula-not-asked':
        'An indicator typed by hand has no formula. Clear it, or choose the way “Formula”.',
    },
  },
);
