import { bilingual } from './bilingual.ts';

/** Settings of the store and of the person. */
export const settingText = bilingual(
  {
    store: '门店',
    storeSentence: '对所有人生效，只有老板可以修改。',
    storeName: '门店名称',
    language: '新账号的语言',
    idleMinutes: '闲置多久自动锁定（分钟）',
    backupFolder: '第二备份文件夹',
    backupFolderHint: '另一块硬盘、U 盘或网络文件夹。留空则只备份在数据文件夹。',
    watchFolder: '监视文件夹',
    watchFolderHint:
      '把其他系统的导出文件放进这个文件夹，导入过同样表头的会自动导入；第一次见到的在“导入”页等人来看。',
    ageBuckets: '库龄与账龄的分段（天）',
    ageBucketsHint: '例会材料按这些天数分段，由小到大，2 到 5 个，例如 30,60,90。',
    dataFolder: '数据文件夹',
    mine: '我的',
    onlyOwner: '只有老板可以修改门店设置。',
  },
  {
    store: 'Store',
    storeSentence: 'For everybody; only the owner changes it.',
    storeName: 'Name of the store',
    language: 'Language of new accounts',
    idleMinutes: 'Lock after idle minutes',
    backupFolder: 'Second backup folder',
    backupFolderHint:
      'Another disk, a USB stick or a network folder. Empty: backups stay in the data folder only.',
    watchFolder: 'Watch folder',
    watchFolderHint:
      'Exports of other systems that are put there go in by themselves once a file with the same headings was imported; new ones wait on the Import page.',
    ageBuckets: 'Age bands of stock and receivables (days)',
    ageBucketsHint: 'The meeting pack splits ages at these days: 2 to 5 of them, rising, such as 30,60,90.',
    dataFolder: 'Data folder',
    mine: 'Mine',
    onlyOwner: 'Only the owner changes the settings of the store.',
  },
);
