-- A Dutch stem keeps the letter of its plural: "adviezen" becomes "adviez", "advies" stays "advies". Asked is for both.
create or replace function search_query(text) returns tsquery language sql immutable strict parallel safe
return (
    select string_agg('(''' || word || ''':*'
            || case when numnode(stem) > 0 then ' | (' || stem::text || ')' else '' end
            || case when stem::text ~ '[szfv]''$'
                then ' | (' || left(stem::text, -2) || translate(left(right(stem::text, 2), 1), 'szfv', 'zsvf') || ''')'
                else '' end || ')', ' & ')::tsquery
    from (select left(word, 100) as word from unnest(string_to_array(search_plain($1), ' ')) word limit 40) asked,
        lateral plainto_tsquery('dutch', word) stem
    where word <> '');
