/** Agencies, broadcasters and topics of two to five letters that stand beside clocks and dates: `02:27 AFP20 April 2021`. */
export const agencies: ReadonlySet<string> = new Set(
  'ft ap tass ians xinhua belga ansa apa sapa anp kuna wafa bernama antara yonhap bta stt ntb tt lusa agi afp upi pti ani tnn cnn bbc dpa efe apa nbc cbs abc fox npr pbs nyt wsj cbc ctv itv rte nhk kbs sbs mbc mtv ndr wdr mdr swr zdf ard srf orf cna bna qna spa una kna vna wam ria rbc rnz aap kyd afr the new top war nba nfl nhl mlb ufc mma ipl odi usa uae drc tax gas oil law art car map pdf rss faq'.split(
    ' ',
  ),
);
