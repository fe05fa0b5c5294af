import { bilingual } from './bilingual.ts';

export const sessionText = bilingual({ signIn: '登录', login: '登录名', password: '密码' }, { signIn: 'Sign in', login: 'Login name', password: 'Password' });
