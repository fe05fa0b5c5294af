import { describe, expect, it } from 'vitest';
import { classifyPlate, maskPlate, normalPlate } from '#shared/kernel/plate.ts';

describe('normalPlate', () => {
  it.each([
    ['粤B12345', '粤B12345'],
    ['粤B·12345', '粤B12345'],
    ['粤b 12345', '粤B12345'],
    ['粤B-12345', '粤B12345'],
    ['粤Ｂ１２３４５', '粤B12345'],
    ['粤B•12345 ', '粤B12345'],
    ['鲁QKD66J', '鲁QKD66J'],
    ['无', ''],
    ['无牌', ''],
    ['未上牌', ''],
    [' 临牌 ', ''],
    ['n/a', ''],
    ['-', ''],
    ['***', ''],
    ['', ''],
  ])('%j → %j', (text, expected) => expect(normalPlate(text)).toBe(expected));
});

describe('classifyPlate', () => {
  it.each([
    ['粤B12345', 'ordinary'],
    ['粤B·12A4Z', 'ordinary'],
    ['鲁QKD66J', 'ordinary'],
    ['粤B1234I', 'unknown'],
    ['粤B1234O', 'unknown'],
    ['粤I12345', 'unknown'],
    ['粤O12345', 'unknown'],
    ['粤BD12345', 'newEnergySmall'],
    ['粤BF12345', 'newEnergySmall'],
    ['粤BDA2345', 'newEnergySmall'],
    ['京AA92035', 'newEnergySmall'],
    ['粤BDAA345', 'unknown'],
    ['粤BL12345', 'unknown'],
    ['粤B12345D', 'newEnergyLarge'],
    ['粤B12345F', 'newEnergyLarge'],
    ['粤B1234DD', 'unknown'],
    ['粤B12345L', 'unknown'],
    ['粤B1234挂', 'trailer'],
    ['鲁QA123挂', 'trailer'],
    ['粤B12345挂', 'unknown'],
    ['粤B1234学', 'learner'],
    ['粤B1234警', 'police'],
    ['粤Z1234港', 'hongKongMacau'],
    ['粤ZAB12澳', 'hongKongMacau'],
    ['粤B1234港', 'unknown'],
    ['使014578', 'embassy'],
    ['224578使', 'embassy'],
    ['沪A1234领', 'embassy'],
    ['WJ京1234X', 'armedPolice'],
    ['WJ·粤·12345', 'armedPolice'],
    ['WJ0112345', 'armedPolice'],
    ['川X1234应急', 'emergency'],
    ['粤B12345临', 'temporary'],
    ['临粤B12345', 'temporary'],
    ['粤B1234试', 'temporary'],
    ['', 'none'],
    ['无', 'none'],
    ['新车未上牌', 'none'],
    ['粤B1234', 'unknown'],
    ['粤B1234567', 'unknown'],
    ['粤B', 'unknown'],
    ['X粤B12345', 'unknown'],
    ['B12345', 'unknown'],
    ['港B12345', 'unknown'],
    ['粤B12345，粤B54321', 'unknown'],
  ] as const)('%s is %s', (text, expected) => expect(classifyPlate(text)).toBe(expected));

  it.each('京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新蒙'.split(''))(
    '%s is a province',
    (province) => expect(classifyPlate(`${province}A12345`)).toBe('ordinary'),
  );
});

describe('maskPlate', () => {
  it.each([
    ['粤B12345', '粤B***45'],
    ['粤BD12345', '粤B****45'],
    ['粤B·1234挂', '粤B***4挂'],
    ['WJ1', '***'],
    ['无', ''],
  ])('%s → %s', (text, expected) => expect(maskPlate(text)).toBe(expected));
});
