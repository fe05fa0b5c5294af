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
    watchFolderHint: '放进这个文件夹的文件按记住的对应关系自动导入；没见过的文件等人来看。',
    dataFolder: '数据文件夹',
    mine: '我的',
    mineSentence: '只影响您自己。',
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
      'Files put there are imported with their remembered mapping; unknown ones wait for a person.',
    dataFolder: 'Data folder',
    mine: 'Mine',
    mineSentence: 'For yourself only.',
    onlyOwner: 'Only the owner changes the settings of the store.',
  },
);
