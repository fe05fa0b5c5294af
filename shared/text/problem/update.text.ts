import { bilingual } from '../bilingual.ts';

/** Sentences about update: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const updateProblems = bilingual(
  {
    reasons: {
      'update-not-found': '找不到这个文件，请检查路径。',
      'update-unknown-name': '“{{name}}”不是经营台的安装文件。请不要改文件名。',
      'update-wrong-system': '这个安装文件不是给这台电脑用的，需要 {{system}} 的。',
      'update-not-newer': '安装文件是 {{version}}，现在的版本是 {{present}}，不用升级。',
      'update-no-checksum': '旁边没有校验文件“{{name}}”。请连同安装文件一起复制过来。',
      'update-checksum-differs': '安装文件与校验文件不符，可能没有复制完整或被改动过。请重新复制一份。',
    },
  },
  {
    reasons: {
      'update-not-found': 'There is no such file: check the path.',
      'update-unknown-name':
        '"{{name}}" is no installer of Dealer Desk. Leave the name of the file as it was.',
      'update-wrong-system': 'This installer is not for this computer, which needs one for {{system}}.',
      'update-not-newer':
        'The installer is {{version}} and the present version {{present}}: there is nothing to update.',
      'update-no-checksum':
        'The checksum file "{{name}}" is not beside it. Copy it together with the installer.',
      'update-checksum-differs':
        'The installer does not agree with its checksum: it was not copied whole, or it was changed. Copy it again.',
    },
  },
);
