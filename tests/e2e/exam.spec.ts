import { examQuestionFields } from '#shared/features/exam/exam.fields.ts';
import { newValues } from '#tests/support/records.ts';
import { expect, test } from './support/desk.ts';
import { lookAt, picture } from './support/look.ts';

test('an exam from the bank over the screen of who takes it to the mark', async ({ desk, page }) => {
  test.slow();
  const owner = await desk.setUp();
  const { client } = owner;
  const seller = await desk.addPerson(owner, '李顾问', ['salesConsultant']);
  const { rows } = await client.trainingSubject.list({ search: '客户知识' });
  const subjectId = rows[0]?.id ?? 0;
  const question = (
    given: Partial<typeof examQuestionFields extends infer F ? Record<keyof F, unknown> : never>,
  ) =>
    client.examQuestion.create({
      values: newValues(examQuestionFields, { subjectId, ...given } as never),
    });
  await question({ kind: 'judge', text: '客户离店前要约好下次联系时间。', answer: '对' });
  await question({
    text: '客户说要再考虑，先做什么？',
    options: '追问原因\n降价\n送客\n换人接待',
    answer: 'A',
  });
  await question({
    kind: 'open',
    text: '怎样了解车队客户的用车成本？',
    answer: '线路、载重、油耗',
    points: 10,
  });

  // Put together, people chosen, opened.
  await desk.open(page, owner, '/exam/new');
  await page.getByLabel('考试名称').fill('客户知识考试');
  await page.getByRole('combobox', { name: '课题' }).fill('客户知识');
  await page.getByRole('option', { name: /客户知识/u }).click();
  await page.keyboard.press('Control+s');
  const paper = page.getByRole('region', { name: '试卷' });
  await paper.getByRole('button', { name: '随机抽题' }).click();
  await expect(paper.getByText('怎样了解车队客户的用车成本？')).toBeVisible();
  const people = page.getByRole('region', { name: '考生' });
  await people.getByRole('combobox', { name: '加考生' }).fill('李顾问');
  await page.getByRole('option', { name: /李顾问/u }).click();
  await lookAt(page, 'exam-draft');
  await people.getByRole('button', { name: '开考' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开考' }).click();
  await expect(people.getByRole('row', { name: /李顾问 待考/u })).toBeVisible();

  // The person is told on the desk, and takes it with the keyboard.
  await desk.open(page, seller, '/');
  await page.getByRole('link', { name: /客户知识考试/u }).click();
  await page.getByRole('button', { name: '开始答题' }).click();
  await page.getByRole('radio', { name: '对', exact: true }).press('Space');
  await page.getByRole('radio', { name: 'A. 追问原因' }).press('Space');
  await page.getByRole('textbox').fill('问线路、载重和油耗');
  await expect(page.getByText('已答 3 / 3')).toBeVisible();
  await picture(page, 'exam-sheet');
  await page.getByRole('button', { name: '交卷' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '交卷' }).press('Enter');
  await expect(page.getByText('已交卷，等待阅卷。')).toBeVisible();

  // Marked.
  await desk.open(page, owner, '/exam');
  await page.getByRole('link', { name: '客户知识考试' }).click();
  await page.getByRole('link', { name: '阅卷 李顾问' }).click();
  await page.getByLabel('得分（最多 10）').fill('7');
  await picture(page, 'exam-marking');
  await page.getByRole('button', { name: '保存成绩' }).click();
  await expect(people.getByRole('row', { name: /李顾问 85 分 及格/u })).toBeVisible();
  await client.session.setLanguage({ language: 'en' });
  await page.reload();
  await expect(page.getByRole('region', { name: 'People', exact: true })).toBeVisible();
  await picture(page, 'exam-en');
});
