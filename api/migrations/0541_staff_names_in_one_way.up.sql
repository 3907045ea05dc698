-- Earlier set-ups kept the names of staff as the file had them; whoever is searched by name is searched as pages write names
-- (rulebook/text.ts): nothing that cannot be seen, digits and letters half-width, composed, blanks single.
update staff_grant set name = written.name
from (
  select id,
    btrim(regexp_replace(
      normalize(
        translate(
          regexp_replace(name, E'[\u00ad\u034f\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]', '', 'g'),
          '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
          '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
        ),
        nfc
      ),
      E'[\u0009\u000a\u000d\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+', ' ', 'g'
    )) as name
  from staff_grant
) written
where written.id = staff_grant.id and written.name <> '' and written.name <> staff_grant.name;
