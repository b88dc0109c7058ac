import { contentOf } from './packets.ts'

/** Answers in scripts that join, stand on each other or go from right to left, with pictures between them; the last of them no typeface has. */
export const SCRIPTS = [
  'Hindi: नमस्ते विद्यार्थी श्रीमती',
  'مقهى السلام (عبد الله) 12',
  'בית קפה שלום',
  'می\u200cخواهم',
  '中国茶馆，欢迎光临。日本のカフェ',
  'বাংলা ক্ষমা',
  'தமிழ் கொடு',
  'ਪੰਜਾਬੀ ਪ੍ਰੇਮ',
  'ሀበሻ ቡና',
  'กาแฟ น้ำ ที่นี่',
  'ქართული Հայերեն',
  'Ọbẹ̀ x̂̃ e̊́',
  '☕ 🍕 👩🏽‍🍳 1️⃣ → ✓ ≥ 𝐀',
]
/** Korean, cuneiform, a letter of nobody, half a character. */
export const NOWHERE = '한국 𒀀 \uE123 \uD83C'

export const inAnyScript = (lang: 'nl' | 'en' = 'nl', example = 'rules/base/examples/cafe-terrace-machines.yaml') =>
  contentOf(example, lang, (answers) => {
    answers['business.concept'] = [...SCRIPTS, NOWHERE].join('; ')
    answers['premises.name'] = 'مقهى ☕ 茶'
  })
