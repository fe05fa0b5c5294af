import type { VehicleKind, VehicleRuleTable } from './vehicle.rules.ts';

const TRUCKS: readonly VehicleKind[] = ['lightTruck', 'mediumTruck', 'heavyTruck', 'tractor'];
const TEN_YEARS = 120;
const TRAFFIC_SAFETY = '道路交通安全法实施条例 第16条';
const TEST_EARLY_MONTHS = 3;
const YEAR_THEN_HALF = [{ upToAgeMonths: TEN_YEARS, everyMonths: 12 }, { everyMonths: 6 }];

/**
 * The rules as shipped (domain rules §3); every figure can be edited in the program. `pleaseCheck` marks figures whose
 * legal text was not seen: they are shown with "please check" until someone confirms them.
 */
export const defaultVehicleRules: VehicleRuleTable = {
  annualTest: [
    {
      steps: [{ everyMonths: 12 }],
      earlyMonths: TEST_EARLY_MONTHS,
      validFrom: '2004-05-01',
      source: TRAFFIC_SAFETY,
      pleaseCheck: false,
    },
    {
      kinds: TRUCKS,
      steps: YEAR_THEN_HALF,
      earlyMonths: TEST_EARLY_MONTHS,
      validFrom: '2004-05-01',
      source: TRAFFIC_SAFETY,
      pleaseCheck: false,
    },
    {
      kinds: ['bus'],
      uses: ['private'],
      steps: YEAR_THEN_HALF,
      earlyMonths: TEST_EARLY_MONTHS,
      validFrom: '2004-05-01',
      source: TRAFFIC_SAFETY,
      pleaseCheck: true,
    },
    {
      kinds: ['car', 'bus'],
      uses: ['commercial'],
      steps: [{ upToAgeMonths: 60, everyMonths: 12 }, { everyMonths: 6 }],
      earlyMonths: TEST_EARLY_MONTHS,
      validFrom: '2004-05-01',
      source: TRAFFIC_SAFETY,
      pleaseCheck: false,
    },
    {
      kinds: ['car'],
      uses: ['private'],
      steps: [
        { upToAgeMonths: 72, everyMonths: 24 },
        { upToAgeMonths: 180, everyMonths: 12 },
        { everyMonths: 6 },
      ],
      earlyMonths: TEST_EARLY_MONTHS,
      validFrom: '2004-05-01',
      source: TRAFFIC_SAFETY,
      pleaseCheck: false,
    },
    {
      // Within ten years the two-yearly mark; tested only in years 6 and 10, from then on yearly.
      kinds: ['car'],
      uses: ['private'],
      steps: [{ upToAgeMonths: TEN_YEARS, everyMonths: 24 }, { everyMonths: 12 }],
      earlyMonths: TEST_EARLY_MONTHS,
      validFrom: '2022-10-01',
      source: '关于深化机动车检验制度改革优化车检服务工作的意见 (2022)',
      pleaseCheck: true,
    },
  ],
  technicalInspection: [
    {
      kinds: [...TRUCKS, 'trailer'],
      uses: ['commercial'],
      steps: YEAR_THEN_HALF,
      earlyMonths: 0,
      validFrom: '2016-03-01',
      source: '道路运输车辆技术管理规定',
      pleaseCheck: true,
    },
  ],
  compulsoryInsurance: [
    {
      months: 12,
      validFrom: '2006-07-01',
      source: '机动车交通事故责任强制保险条例 第20条',
      pleaseCheck: false,
    },
  ],
  secondMaintenance: [
    {
      uses: ['commercial'],
      upToMassKg: 3500,
      days: 120,
      kilometres: 40_000,
      validFrom: '2016-03-01',
      source: 'GB/T 18344',
      pleaseCheck: true,
    },
    {
      uses: ['commercial'],
      aboveMassKg: 3500,
      days: 120,
      kilometres: 50_000,
      validFrom: '2016-03-01',
      source: 'GB/T 18344',
      pleaseCheck: true,
    },
    {
      kinds: ['mediumTruck', 'heavyTruck', 'tractor', 'trailer', 'bus'],
      uses: ['commercial'],
      days: 120,
      kilometres: 50_000,
      validFrom: '2016-03-01',
      source: 'GB/T 18344',
      pleaseCheck: true,
    },
  ],
  temporaryPlate: [
    { days: 30, mostTimes: 3, validFrom: '2022-05-01', source: '机动车登记规定', pleaseCheck: false },
  ],
  purchaseTax: [{ days: 60, validFrom: '2019-07-01', source: '车辆购置税法', pleaseCheck: false }],
};
