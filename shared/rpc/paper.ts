import { z } from 'zod';

/** How a sheet leaves the program: to be printed, or to be changed in Word. */
export const paperFormats = ['pdf', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];
export const paperFormat = z.enum(paperFormats).default('pdf');
