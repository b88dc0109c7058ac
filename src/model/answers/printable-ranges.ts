// Made by scripts/docs/write-printable.ts from the typeface of the packet; not by hand.
/** Code points that it has, in base 36: `from-until`, parted by spaces. */
export const PRINTABLE =
  'w-3i 4g-on oq-ov p0-p6 p8 pa-pt pv-rl s0-10v 1u9-1uc 1us-1ut 3cr 59s-5a8 5ad 5af-5am 5mo-5mw 5q8-5x5 5x7-651 654-659 65c-66d 66g-66l 66o-66v 66x 66z 671 673-67x 680-69g 69i-69w 69y-6ab 6ae-6aj 6al-6b3 6b6-6b8 6ba-6bi 6bk-6ec 6ee-6ep 6es-6fi 6fk-6fw 6g0-6gw 6i8 6io-6lb 6mb-6mc 6mh 6qa 7gs 8rk-8sf 928-95p wu8-wwv wzk-x56 x5c-x5d x5f x5h-x5l x6a-x6n xf2 xtc-xuz 1dkw-1dl2 1e68 1e74-1e7j 1edb 1ekc-1ekd 1g1s-1g1x 1g1z-1g34 1g36-1g3e 2mm8-2mn2'
