import { bilingual } from './bilingual.ts';

/** Version of the program, and its update from a file. */
export const updateText = bilingual(
  {
    title: '程序版本与升级',
    version: '现在的版本',
    sentence: '程序从不联网找更新。收到新版安装文件后，连同旁边的 .sha256 校验文件放在一起，在这里选它。',
    file: '安装文件',
    fileHint: '完整路径，例如 E:\\dealer-desk-setup-0.2.0-x64.exe',
    choose: '选择…',
    check: '检查',
    checked: '版本 {{version}}，{{size}}，与校验文件一致。',
    install: '备份并升级',
    installTitle: '升级到 {{version}}？',
    installSentence: '先做一份备份，再打开安装程序，经营台随即关闭。安装好后重新打开即可，数据不动。',
    installing: '安装程序已打开，经营台即将关闭。',
    byHand:
      '请关闭经营台，打开这个文件完成安装（或用它替换旧文件），再打开经营台。数据不动，升级前会自动备份。',
  },
  {
    title: 'Version and update',
    version: 'Present version',
    sentence:
      'The program never looks for updates on the network. When you have received an installer, keep its .sha256 file beside it and choose it here.',
    file: 'Installer',
    fileHint: 'Its whole path, for example E:\\dealer-desk-setup-0.2.0-x64.exe',
    choose: 'Choose…',
    check: 'Check',
    checked: 'Version {{version}}, {{size}}, agrees with its checksum.',
    install: 'Back up and update',
    installTitle: 'Update to {{version}}?',
    installSentence:
      'A backup is made, the installer opens and Dealer Desk closes. Open it again after the installation; the data stays as it is.',
    installing: 'The installer is open; Dealer Desk is about to close.',
    byHand:
      'Close Dealer Desk, open this file to install it (or put it in place of the old one), and open Dealer Desk again. The data stays as it is and is backed up first.',
  },
);
