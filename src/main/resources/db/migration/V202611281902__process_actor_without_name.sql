-- a variable of the engine keeps ids, never the name of whom something is done for
update act_ru_variable set text_ = regexp_replace(text_, '[^|]*$', '') where name_ = 'actor' and text_ ~ '^[A-Z]+[|][^|]*[|].';
update act_hi_varinst set text_ = regexp_replace(text_, '[^|]*$', '') where name_ = 'actor' and text_ ~ '^[A-Z]+[|][^|]*[|].';
